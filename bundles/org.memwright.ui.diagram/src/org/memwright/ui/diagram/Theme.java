/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import java.util.Locale;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.ui.PlatformUI;
import org.memwright.ui.diagram.figure.Look;
import org.osgi.service.event.EventHandler;

/** Follows the workbench's theme, dark or light. */
final class Theme {
    private final ResourceManager resources;
    private final EventHandler handler;

    /**
     * @param resources for fonts, which live as long as that
     * @param changed told when another theme is chosen
     */
    Theme(ResourceManager resources, Runnable changed) {
        this.resources = resources;
        handler = event -> PlatformUI.getWorkbench().getDisplay().asyncExec(changed);
        IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
        if (broker != null) {
            broker.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
        }
    }

    void dispose() {
        IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
        if (broker != null) {
            broker.unsubscribe(handler);
        }
    }

    Look look() {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        ITheme theme = engine == null ? null : engine.getActiveTheme();
        boolean dark = theme != null && theme.getId().toLowerCase(Locale.ROOT).contains("dark");
        Look.Fonts fonts = fonts(resources);
        return dark ? Look.dark(fonts) : Look.light(fonts);
    }

    /** The dialog font in the sizes that figures use. */
    static Look.Fonts fonts(ResourceManager resources) {
        FontDescriptor text = FontDescriptor.createFrom(JFaceResources.getDialogFont());
        Font plain = resources.create(text);
        Font name = resources.create(text.increaseHeight(1).setStyle(SWT.BOLD));
        Font small = resources.create(text.increaseHeight(-1));
        return new Look.Fonts(name, plain, small);
    }
}
