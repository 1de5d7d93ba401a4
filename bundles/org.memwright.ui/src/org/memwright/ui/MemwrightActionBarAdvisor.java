/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import java.util.List;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** Menus and tool bar: what every editor needs; all else is contributed. */
final class MemwrightActionBarAdvisor extends ActionBarAdvisor {
    private static final List<ActionFactory> FILE = List.of(
            ActionFactory.SAVE,
            ActionFactory.SAVE_ALL,
            ActionFactory.REVERT,
            ActionFactory.CLOSE,
            ActionFactory.CLOSE_ALL,
            ActionFactory.REFRESH,
            ActionFactory.QUIT);
    private static final List<ActionFactory> EDIT = List.of(
            ActionFactory.UNDO,
            ActionFactory.REDO,
            ActionFactory.CUT,
            ActionFactory.COPY,
            ActionFactory.PASTE,
            ActionFactory.DELETE,
            ActionFactory.SELECT_ALL,
            ActionFactory.FIND);
    private static final List<ActionFactory> WINDOW =
            List.of(ActionFactory.RESET_PERSPECTIVE, ActionFactory.PREFERENCES, ActionFactory.ABOUT);
    private static final List<ActionFactory> TOOLS =
            List.of(ActionFactory.SAVE, ActionFactory.UNDO, ActionFactory.REDO);

    /** Groups of the Edit menu that text editors insert into and insist on. */
    private static final List<String> EDIT_GROUPS = List.of(
            IWorkbenchActionConstants.EDIT_START,
            IWorkbenchActionConstants.UNDO_EXT,
            IWorkbenchActionConstants.CUT_EXT,
            IWorkbenchActionConstants.FIND_EXT,
            IWorkbenchActionConstants.ADD_EXT,
            IWorkbenchActionConstants.EDIT_END,
            IWorkbenchActionConstants.MB_ADDITIONS);

    MemwrightActionBarAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow window) {
        for (List<ActionFactory> menu : List.of(FILE, EDIT, WINDOW)) {
            for (ActionFactory factory : menu) {
                register(factory.create(window));
            }
        }
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        MenuManager file = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
        file.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        file.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        file.add(new Separator());
        addAll(file, FILE);
        bar.add(file);

        MenuManager edit = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
        EDIT_GROUPS.forEach(group -> edit.add(new GroupMarker(group)));
        addAll(edit, EDIT);
        bar.add(edit);

        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));

        MenuManager window = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager("Show &View");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(
                getActionBarConfigurer().getWindowConfigurer().getWindow()));
        window.add(views);
        addAll(window, WINDOW);
        bar.add(window);
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager tools = new ToolBarManager();
        TOOLS.forEach(factory -> tools.add(getAction(factory.getId())));
        bar.add(tools);
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private void addAll(MenuManager menu, List<ActionFactory> actions) {
        actions.forEach(factory -> menu.add(getAction(factory.getId())));
    }
}
