/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A table of figures: sorted by a click on a head, with bars under numbers, keys in the colours of a chart, and the keyboard's way to
 * what a chart offers the mouse. Ctrl+C copies it.
 *
 * @param <T> what a row stands for
 */
public final class FigureTable<T> {
    private static final int KEY = 12;
    private static final int BAR = 3;
    private static final int GAP = 8;
    private static final int WIDEST = 420;

    private final Table table;
    private final LocalResourceManager resources;
    private final Font bold;
    private final List<Row<T>> rows = new ArrayList<>();
    private final List<Image> keys = new ArrayList<>();

    /**
     * A column.
     *
     * @param tip what the pointer shows over its head; empty for nothing
     * @param number whether it is right-aligned, and first sorted from the greatest
     */
    public record Column(String name, String tip, boolean number) {}

    /**
     * A row.
     *
     * @param key its colour in the chart; null for none
     */
    public record Row<T>(T of, Color key, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param order what it is sorted by; NaN comes last, in columns of text the text counts
     * @param color of the text; null for the usual
     * @param bar share of its width that is drawn under it, 0 for none
     * @param tip what the pointer shows; empty for nothing
     */
    public record Cell(String text, double order, Color color, boolean bold, double bar, String tip) {
        /** A text. */
        public static Cell text(String text) {
            return new Cell(text, Double.NaN, null, false, 0, "");
        }

        /** A number. */
        public static Cell number(String text, double order) {
            return new Cell(text, order, null, false, 0, "");
        }
    }

    /** Makes a table of which one row can be selected. */
    public FigureTable(Composite parent, List<Column> columns) {
        this(parent, columns, false);
    }

    /**
     * Makes a table.
     *
     * @param many whether more than one row can be selected
     */
    public FigureTable(Composite parent, List<Column> columns, boolean many) {
        table = new Table(parent, (many ? SWT.MULTI : SWT.SINGLE) | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        resources = new LocalResourceManager(JFaceResources.getResources(), table);
        bold = resources.create(FontDescriptor.createFrom(table.getFont()).setStyle(SWT.BOLD));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            TableColumn head = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
            head.setText(column.name());
            head.setToolTipText(column.tip().isEmpty() ? null : column.tip());
            head.setMoveable(true);
            int index = i;
            head.addListener(SWT.Selection, e -> sort(index, column.number()));
        }
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.MouseHover, e -> tip(new Point(e.x, e.y)));
        table.addListener(SWT.MouseMove, e -> {
            if (table.getToolTipText() != null) {
                table.setToolTipText(null);
            }
        });
        table.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == 'c' && (e.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1) {
                copy();
            }
        });
        table.addListener(SWT.Dispose, e -> keys.forEach(Image::dispose));
    }

    /** The widget. */
    public Table control() {
        return table;
    }

    /** The rows, as they are sorted. */
    public List<Row<T>> rows() {
        return List.copyOf(rows);
    }

    /** Shows rows; widths follow what they hold. */
    public FigureTable<T> show(List<Row<T>> shown) {
        rows.clear();
        rows.addAll(shown);
        table.setHeaderForeground(Ink.on(table).text()); // a theme that was left would leave its own
        fill();
        boolean hasKeys = shown.stream().anyMatch(row -> row.key() != null);
        for (int i = 0; i < table.getColumnCount(); i++) {
            TableColumn column = table.getColumn(i);
            column.pack();
            int more = i == 0 && hasKeys ? GAP : 2 * GAP;
            column.setWidth(Math.min(WIDEST, column.getWidth() + more));
        }
        return this;
    }

    private void fill() {
        table.setRedraw(false);
        table.removeAll();
        keys.forEach(Image::dispose);
        keys.clear();
        for (Row<T> row : rows) {
            var item = new TableItem(table, SWT.NONE);
            item.setData(row);
            if (row.key() != null) {
                item.setImage(0, key(row.key()));
            }
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cells().get(i);
                item.setText(i, cell.text());
                if (cell.color() != null) {
                    item.setForeground(i, cell.color());
                }
                if (cell.bold()) {
                    item.setFont(i, bold);
                }
            }
        }
        table.setRedraw(true);
    }

    private Image key(Color color) {
        ImageDataProvider drawing = zoom -> drawn(color.getRGB(), zoom);
        Image image = new Image(table.getDisplay(), drawing);
        keys.add(image);
        return image;
    }

    /** A square with its corners off and room to its right, transparent around. */
    private static ImageData drawn(RGB color, int zoom) {
        int size = KEY * zoom / 100;
        ImageData data = new ImageData((KEY + GAP / 2) * zoom / 100, size, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        data.alphaData = new byte[data.width * data.height];
        int pixel = data.palette.getPixel(color);
        int corner = Math.max(1, zoom / 100);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < data.width; x++) {
                boolean edge = (x < corner || x >= size - corner) && (y < corner || y >= size - corner);
                data.setPixel(x, y, pixel);
                data.setAlpha(x, y, x < size && !edge ? 255 : 0);
            }
        }
        return data;
    }

    /** Sorts by a column: numbers from the greatest, texts from the first letter; a second time the other way round. */
    public void sort(int column, boolean number) {
        TableColumn head = table.getColumn(column);
        boolean again = table.getSortColumn() == head;
        boolean down = again ? table.getSortDirection() != SWT.DOWN : number;
        table.setSortColumn(head);
        table.setSortDirection(down ? SWT.DOWN : SWT.UP);
        T selected = selected();
        Comparator<Row<T>> order = number
                ? Comparator.comparingDouble(row -> last(row.cells().get(column).order(), down))
                : Comparator.comparing(row -> row.cells().get(column).text(), String.CASE_INSENSITIVE_ORDER);
        rows.sort(down ? order.reversed() : order);
        fill();
        select(selected);
    }

    /** What has no value stands last, whichever way it is sorted. */
    private static double last(double order, boolean down) {
        return Double.isNaN(order) ? (down ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY) : order;
    }

    /** Selects the row of an object. */
    public void select(T of) {
        for (int i = 0; i < rows.size(); i++) {
            if (of != null && of.equals(rows.get(i).of())) {
                if (table.getSelectionIndex() != i) {
                    table.setSelection(i);
                }
                return;
            }
        }
        table.deselectAll();
    }

    /** Selects the rows of objects. */
    public void selectAll(List<T> wanted) {
        table.deselectAll();
        for (int i = 0; i < rows.size(); i++) {
            if (wanted.contains(rows.get(i).of())) {
                table.select(i);
            }
        }
    }

    /** The object of the selected row; null for none. */
    public T selected() {
        int index = table.getSelectionIndex();
        return index < 0 ? null : rows.get(index).of();
    }

    /** The objects of all selected rows. */
    public List<T> selection() {
        return Arrays.stream(table.getSelectionIndices())
                .mapToObj(index -> rows.get(index).of())
                .toList();
    }

    /** Hears of a row that is selected. */
    public FigureTable<T> onSelect(Consumer<T> listener) {
        table.addListener(SWT.Selection, e -> {
            if (selected() != null) {
                listener.accept(selected());
            }
        });
        return this;
    }

    /** Hears of a row that is opened, by a double click or the Enter key. */
    public FigureTable<T> onOpen(Consumer<T> listener) {
        table.addListener(SWT.DefaultSelection, e -> {
            if (selected() != null) {
                listener.accept(selected());
            }
        });
        return this;
    }

    private void paint(Event event) {
        if (event.item.getData() instanceof Row<?> row
                && event.index < row.cells().size()) {
            Cell cell = row.cells().get(event.index);
            if (cell.bar() > 0) {
                Ink ink = Ink.on(table);
                Rectangle bounds = ((TableItem) event.item).getBounds(event.index);
                int width = bounds.width - 2 * GAP;
                int top = bounds.y + bounds.height - BAR - 1;
                event.gc.setBackground(ink.trough());
                event.gc.fillRectangle(bounds.x + GAP, top, width, BAR);
                event.gc.setBackground(row.key() == null ? ink.column(0) : row.key());
                event.gc.fillRectangle(
                        bounds.x + GAP, top, Math.max(1, (int) Math.round(width * Math.min(1, cell.bar()))), BAR);
            }
        }
    }

    private void tip(Point at) {
        TableItem item = table.getItem(at);
        if (item != null && item.getData() instanceof Row<?> row) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (item.getBounds(i).contains(at)) {
                    String tip = row.cells().get(i).tip();
                    table.setToolTipText(tip.isEmpty() ? null : tip);
                }
            }
        }
    }

    private void copy() {
        var text = new StringBuilder();
        for (TableColumn column : table.getColumns()) {
            text.append(text.isEmpty() ? "" : "\t").append(column.getText());
        }
        for (Row<T> row : rows) {
            text.append('\n').append(row.cells().stream().map(Cell::text).collect(Collectors.joining("\t")));
        }
        var clipboard = new Clipboard(table.getDisplay());
        clipboard.setContents(new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
