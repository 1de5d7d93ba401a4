/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The row of a table that was read last: its cells, and where in the line each begins. Used again for the next row.
 *
 * <p>Of the rows after the header only the cells that are wanted become texts.
 */
final class CsvRow extends CsvCallbackHandler<CsvRow> {
    private final List<String> cells = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final BitSet wanted = new BitSet();
    private long line;
    private int nextColumn;
    private boolean empty;
    private boolean all = true;

    /** From now on only these cells are read. */
    void want(int... numbers) {
        all = false;
        for (int number : numbers) {
            if (number >= 0) {
                wanted.set(number);
            }
        }
    }

    /** The line in which the row begins, 1 for the first. */
    long line() {
        return line;
    }

    int size() {
        return columns.size();
    }

    /** The text of a cell that is wanted. */
    String cell(int number) {
        return cells.get(number);
    }

    List<String> cells() {
        return List.copyOf(cells);
    }

    /** The column of the line in which a cell begins, 1 for the first; as if no cell before it held a line end. */
    int column(int number) {
        return columns.get(number);
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return columns.size();
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        cells.clear();
        columns.clear();
        nextColumn = 1;
        empty = false;
    }

    @Override
    protected void addField(char[] text, int offset, int length, boolean quoted) {
        int number = columns.size();
        cells.add(all || wanted.get(number) ? new String(text, offset, length).strip() : "");
        columns.add(nextColumn);
        nextColumn += length + 1;
        if (quoted) {
            nextColumn += 2;
            for (int at = offset; at < offset + length; at++) {
                if (text[at] == '"') {
                    nextColumn++;
                }
            }
        }
    }

    @Override
    protected void setComment(char[] text, int offset, int length) {
        throw new IllegalStateException("comments are not read as such");
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }
}
