/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Call;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Declaration;
import org.memwright.model.Handler;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Parameter;
import org.memwright.model.Property;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Tier;
import org.memwright.model.Workload;

/**
 * Aligns neighbours: lines of one kind that follow each other without a blank line or a comment between them.
 *
 * <p>A cell is as wide as the widest of its column; a cell with nothing after it does not count, as in a table without a right
 * border.
 */
final class Columns {
    /** What aligns with what. */
    private enum Kind {
        DECLARATION,
        COMPUTE,
        TIER,
        LINK,
        PARAMETER,
        RULE,
        CALL_PROPERTY,
        STEP
    }

    /** A line: its tokens from {@code start} to before {@code end}. */
    private record Row(Kind kind, EObject part, int start, int end, boolean whole) {}

    private final Layout layout;

    Columns(Layout layout) {
        this.layout = layout;
    }

    void align() {
        List<Row> group = new ArrayList<>();
        int count = layout.tokens.size();
        int start = 0;
        while (start < count) {
            int end = start + 1;
            while (end < count && !layout.beginsLine(end)) {
                end++;
            }
            Row row = row(start, end);
            boolean continues = row != null
                    && !group.isEmpty()
                    && group.getLast().kind == row.kind
                    && group.getLast().end == start
                    && Objects.equals(group.getLast().part.eContainer(), row.part.eContainer())
                    && !isSeparated(start);
            if (!continues) {
                align(group);
                group.clear();
            }
            if (row != null) {
                group.add(row);
            }
            start = end;
        }
        align(group);
    }

    private boolean isSeparated(int token) {
        Gap gap = layout.gaps.get(token);
        return gap.blank || gap.hadBlankLine() || gap.hasCommentLine();
    }

    private @Nullable Row row(int start, int end) {
        if (!layout.roles.get(start).beginsMember()) {
            return null;
        }
        EObject part = layout.tokens.get(start).getSemanticElement();
        boolean whole = end == layout.tokens.size()
                || layout.roles.get(end).beginsMember()
                || layout.roles.get(end) == Role.CLOSE_BLOCK;
        whole &= layout.roles.get(end - 1) != Role.OPEN_BLOCK;
        for (int i = start + 1; i < end; i++) {
            Gap gap = layout.gaps.get(i);
            if (gap.continued || !gap.comments.isEmpty()) {
                whole = false;
            }
        }
        Kind kind = kind(part, start, end);
        if (kind == null || (!whole && kind != Kind.RULE)) {
            return null;
        }
        return new Row(kind, part, start, end, whole);
    }

    private @Nullable Kind kind(EObject part, int start, int end) {
        return switch (part) {
            case ComputeUnit unit -> Kind.COMPUTE;
            case Tier tier -> Kind.TIER;
            case Link link -> Kind.LINK;
            case Parameter parameter -> Kind.PARAMETER;
            case Store store -> headIsPlain(start, end) ? Kind.RULE : null;
            case Keep keep -> headIsPlain(start, end) ? Kind.RULE : null;
            case Handler handler -> headIsPlain(start, end) ? Kind.RULE : null;
            case Step step -> layout.texts.get(start).equals("step") ? Kind.STEP : null;
            case Property property ->
                property.getValue() instanceof Call
                                && !property.isFrom()
                                && property.eContainer() instanceof Workload
                                && isAlone(start, end)
                        ? Kind.CALL_PROPERTY
                        : null;
            case Declaration declaration -> layout.isAtTop(start) ? Kind.DECLARATION : null;
            default -> null;
        };
    }

    private boolean isAlone(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (layout.roles.get(i).beginsMember()) {
                return false;
            }
        }
        return true;
    }

    private boolean headIsPlain(int start, int end) {
        int colon = find(Role.HEAD_COLON, start, end);
        for (int i = start + 1; i <= colon && i < end; i++) {
            if (layout.gaps.get(i).continued || !layout.gaps.get(i).comments.isEmpty()) {
                return false;
            }
        }
        return colon < end;
    }

    private void align(List<Row> group) {
        if (group.size() < 2) {
            return;
        }
        switch (group.getFirst().kind) {
            case DECLARATION -> cells(group, row -> new int[] {row.start, find(Role.OPEN_BLOCK, row.start, row.end)});
            case COMPUTE, TIER -> {
                cells(group, row -> {
                    int open = find(Role.OPEN_BLOCK, row.start, row.end);
                    int place = Math.min(open, findText(row.kind == Kind.TIER ? "on" : "in", row.start + 1, row.end));
                    return new int[] {row.start, place, open};
                });
                properties(group);
            }
            case LINK -> {
                cells(group, row -> new int[] {
                    row.start, find(Role.HEAD_COLON, row.start, row.end), find(Role.OPEN_BLOCK, row.start, row.end)
                });
                properties(group);
            }
            case PARAMETER -> cells(group, row -> new int[] {row.start, findText("=", row.start, row.end)});
            case CALL_PROPERTY -> cells(group, row -> new int[] {row.start, Math.min(row.start + 1, row.end)});
            case RULE -> rules(group);
            case STEP ->
                cells(group, row -> {
                    int rest = Math.min(
                            findText("after", row.start + 2, row.end),
                            Math.min(
                                    findText("uses", row.start + 2, row.end),
                                    find(Role.OPEN_BLOCK, row.start, row.end)));
                    return new int[] {row.start, Math.min(row.start + 2, rest), rest};
                });
        }
    }

    /** Where the cells of a row begin; an empty cell begins where the next one does. */
    private interface Cuts {
        int[] of(Row row);
    }

    private void cells(List<Row> group, Cuts cuts) {
        List<int[]> all = new ArrayList<>();
        group.forEach(row -> all.add(cuts.of(row)));
        int columns = all.getFirst().length;
        int[] place = new int[columns];
        for (int column = 0; column + 1 < columns; column++) {
            int widest = 0;
            for (int i = 0; i < group.size(); i++) {
                int next = all.get(i)[column + 1];
                if (next < group.get(i).end) {
                    widest = Math.max(widest, width(all.get(i)[column], next));
                }
            }
            place[column + 1] = place[column] + (widest == 0 ? 0 : widest + 1);
        }
        for (int i = 0; i < group.size(); i++) {
            int[] cut = all.get(i);
            int written = 0;
            for (int column = 0; column < columns; column++) {
                int from = cut[column];
                int to = column + 1 < columns ? cut[column + 1] : group.get(i).end;
                if (from >= to) {
                    continue;
                }
                if (column > 0) {
                    layout.gaps.get(from).spaces = place[column] - written;
                }
                written = place[column] + width(from, to);
            }
        }
    }

    /** The properties of blocks on one line, column by column, as long as the names agree. */
    private void properties(List<Row> group) {
        List<List<Integer>> starts = new ArrayList<>();
        for (Row row : group) {
            List<Integer> members = new ArrayList<>();
            for (int i = row.start + 1; i < row.end; i++) {
                if (layout.roles.get(i).beginsMember()) {
                    if (!members.isEmpty()) {
                        layout.gaps.get(i).spaces = 1;
                    }
                    members.add(i);
                }
            }
            starts.add(members);
        }
        List<List<Integer>> active = starts;
        for (int column = 0; ; column++) {
            int at = column;
            active = active.stream().filter(members -> members.size() > at + 1).toList();
            if (active.isEmpty()) {
                return;
            }
            String name = name(active.getFirst().get(at));
            active = active.stream()
                    .filter(members -> name(members.get(at)).equals(name))
                    .toList();
            ToIntFunction<List<Integer>> own = members -> width(members.get(at), members.get(at + 1));
            int widest = active.stream().mapToInt(own).max().orElse(0);
            for (List<Integer> members : active) {
                layout.gaps.get(members.get(at + 1)).spaces = widest - own.applyAsInt(members) + 1;
            }
        }
    }

    private String name(int token) {
        String first = layout.texts.get(token);
        return layout.roles.get(token) == Role.MEMBER ? first + " " + layout.texts.get(token + 1) : first;
    }

    /**
     * The colons of stores and rules: all in one column where no rule has a wider head than the stores, otherwise stores and
     * rules each in their own. Lines that already agree on one space more keep it.
     */
    private void rules(List<Row> group) {
        List<Row> stores =
                group.stream().filter(row -> row.part instanceof Store).toList();
        List<Row> others =
                group.stream().filter(row -> !(row.part instanceof Store)).toList();
        if (others.isEmpty() || stores.isEmpty() || widestHead(others) <= widestHead(stores)) {
            colons(group);
        } else {
            colons(stores);
            colons(others);
        }
    }

    private void colons(List<Row> rows) {
        if (rows.size() < 2) {
            return;
        }
        int place = widestHead(rows) + 1;
        int written = place + 1;
        boolean agreed = rows.stream().allMatch(row -> {
            int colon = find(Role.HEAD_COLON, row.start, row.end);
            return layout.tokens.get(colon).getOffset()
                                    - layout.tokens.get(row.start).getOffset()
                            == written
                    && !hasBreak(row.start, colon);
        });
        for (Row row : rows) {
            int colon = find(Role.HEAD_COLON, row.start, row.end);
            layout.gaps.get(colon).spaces = (agreed ? written : place) - width(row.start, colon);
        }
    }

    private boolean hasBreak(int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            if (layout.gaps.get(i).hasLineBreak()) {
                return true;
            }
        }
        return false;
    }

    private int widestHead(List<Row> rows) {
        return rows.stream()
                .mapToInt(row -> width(row.start, find(Role.HEAD_COLON, row.start, row.end)))
                .max()
                .orElse(0);
    }

    /** The characters of some tokens with the spaces between them. */
    private int width(int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += layout.texts.get(i).length() + (i > from ? layout.gaps.get(i).spaces : 0);
        }
        return width;
    }

    private int find(Role role, int from, int to) {
        int i = from;
        while (i < to && layout.roles.get(i) != role) {
            i++;
        }
        return i;
    }

    private int findText(String text, int from, int to) {
        int i = from;
        while (i < to && !layout.texts.get(i).equals(text)) {
            i++;
        }
        return i;
    }
}
