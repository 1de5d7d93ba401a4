/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Layer;
import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.memwright.ui.diagram.figure.Look;

/** Writes a diagram as a picture, all of it whatever the window shows. */
final class Pictures {
    private static final int MARGIN = 16;

    /** PNG has twice the pixels, so that it stays sharp in print. */
    private static final int PNG_SCALE = 2;

    private Pictures() {}

    static void png(IFigure drawing, Look look, Path file) throws IOException {
        Rectangle area = area(drawing);
        Display display = Display.getCurrent();
        Image image = new Image(display, area.width * PNG_SCALE, area.height * PNG_SCALE);
        GC gc = new GC(image);
        try {
            gc.setBackground(look.canvas());
            gc.fillRectangle(0, 0, area.width * PNG_SCALE, area.height * PNG_SCALE);
            SWTGraphics graphics = new SWTGraphics(gc);
            graphics.scale(PNG_SCALE);
            graphics.translate(-area.x, -area.y);
            drawing.paint(graphics);
            graphics.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData(100)};
            try (var out = Files.newOutputStream(file)) {
                loader.save(out, SWT.IMAGE_PNG);
            }
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    static void svg(IFigure drawing, Look look, Path file) throws IOException {
        SvgGraphics graphics =
                new SvgGraphics(area(drawing), look.canvas(), look.fonts().text());
        drawing.paint(graphics);
        Files.writeString(file, graphics.svg(), StandardCharsets.UTF_8);
    }

    /** What is drawn, with a margin. */
    private static Rectangle area(IFigure drawing) {
        Rectangle area = drawn(drawing);
        return (area == null ? new Rectangle(0, 0, 100, 100) : area).expand(MARGIN, MARGIN);
    }

    /** What the figures of a layer, and of layers in it, take up; layers themselves are as large as the window. */
    private static Rectangle drawn(IFigure layer) {
        Rectangle area = null;
        for (Object child : layer.getChildren()) {
            Rectangle bounds = child instanceof Layer
                    ? drawn((Layer) child)
                    : ((IFigure) child).getBounds().getCopy();
            if (bounds != null) {
                area = area == null ? bounds : area.union(bounds);
            }
        }
        return area;
    }
}
