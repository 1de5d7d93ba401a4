/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memwright.profile.ExperimentProfile;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.ProfileJson;

class ProfileFormatTest {
    private static ExperimentProfile rich() {
        return new Shootout()
                .requests(60)
                .seeds(2)
                .rates("4 /s", "20 /s")
                .column("Broken", 0, 1)
                .profile(2);
    }

    @Test
    void read_isEqualToWhatWasWritten() throws JsonFailure {
        List<ExperimentProfile> written =
                List.of(rich(), new Shootout().requests(20).profile(1));
        String text = ProfileJson.text(written);
        List<ExperimentProfile> read = ProfileJson.read(text);
        assertEquals(written, read);
        assertEquals(text, ProfileJson.text(read));
    }

    @Test
    void text_isTheSameForAnyNumberOfThreads() {
        var shootout = new Shootout().requests(80).seeds(2).rates("4 /s", "20 /s");
        String one = ProfileJson.text(List.of(shootout.profile(1)));
        assertEquals(one, ProfileJson.text(List.of(shootout.profile(2))));
        assertEquals(one, ProfileJson.text(List.of(shootout.profile(1))));
    }

    @Test
    void text_ofHostileNamesReadsBack() throws JsonFailure {
        List<ExperimentProfile> written = List.of(new Shootout()
                .requests(10)
                .doc("\"</script><script>alert(1)</script>\u0000\u2028\ud83d")
                .column("a\"b\\c\n<d>", 1000, 1)
                .profile(1));
        assertEquals(written, ProfileJson.read(ProfileJson.text(written)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"version\": 1}|it is not a profile: a profile begins with \"format\": \"memwright profile\"",
                "[]|it is not a profile: a profile begins with \"format\": \"memwright profile\"",
                "{\"format\": \"memwright profile\", \"version\": 2}|it is a profile of version 2, this program reads"
                        + " version 1; run the experiment again",
                "{\"format\": \"memwright profile\", \"version\": 1}|it has no 'experiments'",
                "{\"format\": \"memwright profile\", \"version\": 1, \"experiments\": [{}]}|experiments[0] has no 'axes'",
            })
    void read_saysWhatIsWrong(String text, String message) {
        var error = assertThrows(JsonFailure.class, () -> ProfileJson.read(text));
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"outcome\": \"done\"|\"outcome\": \"well\"|.outcome is 'well', which is none of the words that may stand"
                        + " there",
                "\"seed\": 1|\"seed\": 1.5|.seed is 1.5, must be a whole number",
                "\"unit\": \"tokens/s\"|\"unit\": \"parsecs\"|.unit is an unknown unit",
            })
    void read_namesThePathOfAWrongValue(String was, String is, String message) {
        String text = ProfileJson.text(List.of(new Shootout().requests(5).profile(1)));
        assertTrue(text.contains(was), was);
        var error = assertThrows(JsonFailure.class, () -> ProfileJson.read(text.replace(was, is)));
        assertTrue(error.getMessage().startsWith("experiments[0].runs[0]"), error.getMessage());
        assertTrue(error.getMessage().endsWith(message), error.getMessage());
    }
}
