/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.issue;

import java.util.Locale;
import org.eclipse.xtext.diagnostics.Severity;

/**
 * Everything that can be wrong with a design: code, severity and wording.
 *
 * <p>The wording says what is, what is allowed, why, and how to fix it.
 */
public enum LangIssue {
    FILE_MISSING("There is no file or folder '%s'. Check the path."),
    FILE_UNREADABLE("'%s' cannot be read: %s. Check its permissions."),
    FILE_NOT_UTF8(
            "The file is not UTF-8: byte %s (%s) does not belong to a character. Designs are UTF-8 text; save the file as UTF-8."),
    FILE_TOO_LARGE("The file has %s, at most %s are read. Split it over several files."),
    NOT_A_DESIGN("'%s' is not a design. A design is a file whose name ends in .memw, or a folder with such files."),
    NO_DESIGNS("There is no .memw file in '%s'. Write one, or give another folder."),
    TOO_MANY_FILES(
            "There are more than %s files and folders in '%s', too many to look for designs. Give the folder of the project."),

    SYNTAX("%s"),
    NAME_IS_KEYWORD("'%1$s' is a word of the language and cannot be a name here. Choose another name, or write ^%1$s."),
    NAME_IS_UNIT("'%1$s' is a unit and cannot be a name here. Choose another name, or write ^%1$s."),
    NAME_MISSING("A name is expected, but found %s. A name is letters, digits and _, and starts with no digit."),
    BRACKET_NOT_CLOSED("The file ends, but the '%s' of line %s is not closed. Add '%s'."),
    TEXT_NOT_CLOSED("The text that starts here is not closed. A text ends with \" on the same line."),
    NESTED_TOO_DEEP(
            "There are more than %s brackets open here. Nothing needs that many; give parts of it names of their own."),
    EXPRESSION_TOO_LONG("There are more than %s operators in one expression. Give parts of it names of their own."),

    UNKNOWN_NAME("%s '%s' is not known.%s"),

    VALUE_UNKNOWN("'%s' has no value here.%s Write a quantity, or declare a param of that name."),
    NOT_A_QUANTITY(
            "'%s' is not a quantity. Write a number with its unit, such as 80 GiB, or arithmetic of such numbers."),
    NOT_A_COUNT("'%s' is not a whole number from %s to %s."),
    NUMBER_TOO_LARGE("'%s' is too large; numbers go up to about 1e308."),
    UNIT_UNKNOWN("There is no unit '%s'. Did you mean '%s'?"),
    DIMENSIONS_DIFFER("%2$s and %4$s cannot be %1$s: one is %3$s, the other %5$s. Give both the same kind of unit."),
    WRONG_DIMENSION("'%s' is %s, but %s is expected."),
    DIVISION_BY_ZERO("%s is divided by '%s', which is zero."),
    PARAMETER_CYCLE("The value of '%s' depends on itself. Give one of the parameters a value of its own."),
    PRECISION_UNKNOWN("'%s' is not a number format. Known are %s."),
    PROPERTY_MISSING("The %s '%s' has no '%s', which cannot be left out."),
    SHAPE_IMPOSSIBLE("The properties of the model do not go together: %s.");

    private final Severity severity;
    private final String wording;

    LangIssue(String wording) {
        this(Severity.ERROR, wording);
    }

    LangIssue(Severity severity, String wording) {
        this.severity = severity;
        this.wording = wording;
    }

    /** The stable code, such as {@code UNKNOWN_NAME}. */
    public String code() {
        return name();
    }

    public Severity severity() {
        return severity;
    }

    /**
     * The message.
     *
     * @param values what the wording asks for, in its order
     */
    public String text(Object... values) {
        return String.format(Locale.ROOT, wording, values);
    }
}
