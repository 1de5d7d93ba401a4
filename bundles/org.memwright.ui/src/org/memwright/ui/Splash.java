/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** What one sees while the workbench starts; there is no native launcher that could show it. */
final class Splash {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 240;

    private final Shell shell;

    private Splash(Shell shell) {
        this.shell = shell;
    }

    static Splash open(Display display) {
        Shell shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        shell.setBounds(screen.x + (screen.width - WIDTH) / 2, screen.y + (screen.height - HEIGHT) / 2, WIDTH, HEIGHT);
        shell.setBackground(Brand.DARK);
        shell.addListener(SWT.Paint, event -> paint(event.gc, shell));
        shell.open();
        shell.update();
        while (display.readAndDispatch()) {
            // until it is painted
        }
        return new Splash(shell);
    }

    private static void paint(GC gc, Shell shell) {
        Brand.draw(gc, new Rectangle(48, 72, 96, 96));
        FontData system = shell.getDisplay().getSystemFont().getFontData()[0];
        Font large = new Font(shell.getDisplay(), system.getName(), 26, SWT.BOLD);
        Font small = new Font(shell.getDisplay(), system.getName(), 10, SWT.NORMAL);
        gc.setForeground(Brand.LIGHT);
        gc.setFont(large);
        gc.drawText("Memwright", 184, 80, true);
        gc.setFont(small);
        gc.drawText("Memory systems of AI,\nwritten, drawn, run and measured", 186, 130, true);
        large.dispose();
        small.dispose();
    }

    void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }
}
