/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.event.EventHandler;

/** Tells a view that the theme is another one, once all widgets have its colours. */
final class ThemeChanges implements AutoCloseable {
    private final IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
    private final EventHandler handler;

    /** @param changed called in the display's thread */
    ThemeChanges(Runnable changed) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        handler = event -> display.asyncExec(changed);
        broker.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
    }

    @Override
    public void close() {
        broker.unsubscribe(handler);
    }
}
