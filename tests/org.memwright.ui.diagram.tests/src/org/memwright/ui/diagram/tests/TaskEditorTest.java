/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;
import org.memwright.ui.diagram.Recording;
import org.memwright.ui.diagram.TaskEditor;
import org.memwright.ui.diagram.figure.StepFigure;
import org.memwright.ui.diagram.part.ItemPart;
import org.memwright.ui.live.Status;

/** The tree of a task: gestures change exactly the text they mean, cycles are refused with their path, runs are replayed. */
class TaskEditorTest extends DiagramTest {
    private static final String TRIP = """
            /** A task-memory tree. */
            task PlanTrip {
              goal "Book a trip to Kyoto within 2000 USD"
              step flight "Find and book a flight" {
                in dates, budget
                out ticket
                step search "Search flights" // all of them
                step choose "Choose one" after search
              }
              step hotel  "Book a hotel"        after flight uses flight.ticket
              step report "Write the itinerary" uses flight.ticket, hotel
            }
            """;

    private TaskEditor trip() throws IOException, CoreException {
        return open(TaskEditor.class, file("trip.memw", TRIP), TaskEditor.ID);
    }

    private static String change(TaskEditor editor) {
        return diff(TRIP, text(editor));
    }

    @Test
    void open_showsTheTreeOfTheExample() throws IOException, CoreException {
        Path example = examples().resolve("trip").resolve("trip.memw");
        TaskEditor editor = open(TaskEditor.class, file("trip.memw", Files.readString(example)), TaskEditor.ID);

        assertEquals(
                List.of(
                        "task PlanTrip",
                        "step flight",
                        "step flight/search",
                        "step flight/choose",
                        "step hotel",
                        "step report"),
                keys(editor));
        assertReadable(editor);
        screenshot("task-trip");
    }

    @Test
    void open_showsWhatWaitsForWhat() throws IOException, CoreException {
        TaskEditor editor = trip();

        assertEquals(
                List.of(
                        "after step flight/choose step flight/search",
                        "after step hotel step flight",
                        "branch step flight",
                        "branch step flight/choose",
                        "branch step flight/search",
                        "branch step hotel",
                        "branch step report",
                        "uses step hotel step flight.ticket",
                        "uses step report step flight.ticket",
                        "uses step report step hotel.hotel"),
                edges(editor).stream().sorted().toList());
        assertTrue(card(editor, "step flight").texts().containsAll(List.of("in ", "dates, budget", "out ", "ticket")));
        assertEquals(
                "ticket",
                edge(editor, "uses step hotel step flight.ticket").way().label());
    }

    @Test
    void palette_drawsAStepIntoAnother() throws IOException, CoreException {
        TaskEditor editor = trip();

        create(editor, "Step", head(editor, "step hotel"));

        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel  "Book a hotel"        after flight uses flight.ticket {
                +    step new_step "New step"
                +  }
                """, change(editor));
        assertEquals(
                List.of(part(editor, "step hotel/new_step")), editor.viewer().getSelectedEditParts());
    }

    @Test
    void palette_drawsWhatWaitsForWhat() throws IOException, CoreException {
        TaskEditor editor = trip();

        connect(editor, "After", head(editor, "step hotel"), head(editor, "step report"));
        assertEquals("""
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step report "Write the itinerary" after hotel uses flight.ticket, hotel
                """, change(editor));
        undo(editor);
        assertEquals(TRIP, text(editor));

        connect(editor, "Uses", head(editor, "step flight/search"), head(editor, "step hotel"));
        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel  "Book a hotel"        after flight uses flight.ticket, flight.search
                """, change(editor));
    }

    @Test
    void menu_connectsTwoStepsThatAreSelected() throws IOException, CoreException {
        TaskEditor editor = trip();
        select(editor, part(editor, "step hotel"));
        editor.viewer().appendSelection(part(editor, "step report"));

        menu(editor, "After from hotel to report");

        assertEquals("""
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step report "Write the itinerary" after hotel uses flight.ticket, hotel
                """, change(editor));
    }

    @Test
    void cycle_isRefusedWithItsPath() throws IOException, CoreException {
        TaskEditor editor = trip();

        connect(editor, "After", head(editor, "step report"), head(editor, "step flight/search"));

        assertEquals(TRIP, text(editor));
        assertEquals(
                "'search' cannot wait for 'report', because that waits for it: search → report → flight → search. Remove"
                        + " one of these edges first.",
                editor.message());
        screenshot("task-cycle");
    }

    @Test
    void drag_reordersSteps() throws IOException, CoreException {
        TaskEditor editor = trip();

        Point report = head(editor, "step report");
        Point flight = head(editor, "step flight");
        drag(editor, report, new Point(report.x - 4, flight.y - 60));

        assertEquals("""
                +  step report "Write the itinerary" uses flight.ticket, hotel
                -  step report "Write the itinerary" uses flight.ticket, hotel
                """, change(editor));
    }

    @Test
    void drag_movesAStepIntoAnother() throws IOException, CoreException {
        TaskEditor editor = trip();
        ItemPart choose = part(editor, "step flight/choose");

        drag(editor, head(editor, "step flight/choose"), head(editor, "step hotel"));

        assertEquals("""
                -    step choose "Choose one" after search
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel  "Book a hotel"        after flight uses flight.ticket {
                +    step choose "Choose one" after flight.search
                +  }
                """, change(editor));
        assertSame(choose.item(), part(editor, "step hotel/choose").item());
        undo(editor);
        assertEquals(TRIP, text(editor));
    }

    @Test
    void drag_thatMakesACircleIsRefused() throws IOException, CoreException {
        TaskEditor editor = trip();

        // choose waits for search, and hotel for flight, which is done when choose is
        drag(editor, head(editor, "step flight/search"), head(editor, "step hotel"));

        assertEquals(TRIP, text(editor));
        assertEquals(
                "'search' cannot move into 'hotel', because then steps wait for each other: search → hotel → flight →"
                        + " choose → search. Remove one of these edges first.",
                editor.message());
    }

    @Test
    void delete_takesAnEdgeOutOfTheText() throws IOException, CoreException {
        TaskEditor editor = trip();

        delete(editor, edge(editor, "uses step report step flight.ticket"));

        assertEquals("""
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step report "Write the itinerary" uses hotel
                """, change(editor));
    }

    @Test
    void text_changesTheTree() throws IOException, CoreException, BadLocationException {
        TaskEditor editor = trip();
        ItemPart hotel = part(editor, "step hotel");
        select(editor, hotel);
        IDocument document = editor.document().document();

        document.replace(document.get().indexOf("step hotel"), 10, "step inn");
        document.replace(document.get().indexOf(", hotel"), 7, ", inn");
        waitUntil("the step has its new name", () -> keys(editor).contains("step inn"));

        assertSame(hotel, part(editor, "step inn"), "the same figure under another name");
        assertEquals(List.of(hotel), editor.viewer().getSelectedEditParts());
    }

    @Test
    void collapse_hidesStepsAndKeepsTheirEdges() throws IOException, CoreException {
        TaskEditor editor = trip();
        StepFigure flight = (StepFigure) card(editor, "step flight");
        var knob = flight.knob().getCopy();
        flight.translateToAbsolute(knob);

        click(editor, new Point(knob.x + knob.width / 2, knob.y + knob.height / 2));

        assertFalse(editor.viewer()
                .getEditPartRegistry()
                .containsKey(editor.diagram().scene().item("step flight/search").orElseThrow()));
        assertTrue(card(editor, "step flight").texts().contains("+2"));
        assertReadable(editor);
        editor.diagram().setAllCollapsed(false);
        settle();
        assertReadable(editor);
        assertEquals(6, editor.viewer().getContents().getChildren().size());
    }

    @Test
    void keys_addMoveAndCollapse() throws IOException, CoreException {
        TaskEditor editor = trip();
        select(editor, part(editor, "step report"));

        press(editor, SWT.ARROW_UP, '\0', SWT.SHIFT | SWT.ALT);
        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel  "Book a hotel"        after flight uses flight.ticket
                """, change(editor));
        undo(editor);
        assertEquals(TRIP, text(editor));

        press(editor, SWT.INSERT, '\0', 0);
        assertTrue(keys(editor).contains("step new_step"), () -> keys(editor).toString());
        assertEquals(List.of(part(editor, "step new_step")), editor.viewer().getSelectedEditParts());
        press(editor, SWT.ARROW_RIGHT, '\0', SWT.SHIFT | SWT.ALT);
        assertTrue(
                keys(editor).contains("step report/new_step"),
                () -> keys(editor).toString());
        press(editor, SWT.ARROW_LEFT, '\0', SWT.SHIFT | SWT.ALT);
        press(editor, SWT.DEL, SWT.DEL, 0);
        assertFalse(keys(editor).contains("step new_step"));

        select(editor, part(editor, "step flight"));
        press(editor, SWT.CR, SWT.CR, 0);
        assertTrue(card(editor, "step flight").texts().contains("+2"));
        press(editor, SWT.CR, SWT.CR, 0);
        assertFalse(card(editor, "step flight").texts().contains("+2"));
    }

    @Test
    void replay_showsHowFarEachStepIs() throws IOException, CoreException {
        TaskEditor editor = trip();
        Path recorded = folder().resolve("run.jsonl");
        Files.writeString(recorded, """
                {"step": "flight", "status": "active", "time": 0}
                {"step": "flight.search", "status": "active", "time": 0.5}
                {"step": "flight.search", "status": "done", "time": 2}
                {"step": "flight.choose", "status": "failed", "time": 3}
                {"step": "flight", "status": "done", "time": 4}
                {"step": "hotel", "status": "skipped", "time": 4}
                {"step": "report", "status": "active", "time": 6}
                """);

        editor.replay(Recording.read(recorded));
        assertEquals(Status.ACTIVE, status(editor, "step report"));
        assertEquals(Status.SKIPPED, status(editor, "step hotel"));
        assertEquals(Status.FAILED, status(editor, "step flight/choose"));
        assertReadable(editor);
        screenshot("task-replay");

        editor.showTime(1);
        assertEquals(Status.ACTIVE, status(editor, "step flight/search"));
        assertEquals(Status.PENDING, status(editor, "step report"));
        assertEquals(TRIP, text(editor));
    }

    private static Status status(TaskEditor editor, String key) {
        return ((StepFigure) card(editor, key)).status();
    }

    @Test
    void recording_saysWhichLineIsWrong() throws IOException {
        Path recorded = Files.createTempFile("run", ".jsonl");
        try {
            Files.writeString(recorded, "{\"step\": \"a\", \"status\": \"done\", \"time\": 1}\n{\"step\": \"a\"}\n");
            IOException wrong = assertThrows(IOException.class, () -> Recording.read(recorded));
            assertTrue(
                    wrong.getMessage().startsWith(recorded.getFileName() + ":2 is no change of a step."),
                    wrong::getMessage);
        } finally {
            Files.delete(recorded);
        }
    }

    @Test
    void noTask_saysWhatToDo() throws IOException, CoreException {
        TaskEditor editor = open(TaskEditor.class, file("empty.memw", "// nothing yet\n"), TaskEditor.ID);

        assertEquals("There is no task here. Right-click to add one.", editor.message());
    }
}
