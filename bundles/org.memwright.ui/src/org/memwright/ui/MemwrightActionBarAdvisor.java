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
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** Menus and tool bar: what every editor needs, in the places where others find it; all else is contributed. */
final class MemwrightActionBarAdvisor extends ActionBarAdvisor {
    private static final List<ActionFactory> FILE = List.of(
            ActionFactory.CLOSE,
            ActionFactory.CLOSE_ALL,
            ActionFactory.SAVE,
            ActionFactory.SAVE_ALL,
            ActionFactory.REVERT,
            ActionFactory.MOVE,
            ActionFactory.RENAME,
            ActionFactory.REFRESH,
            ActionFactory.PROPERTIES,
            ActionFactory.QUIT);

    /** In each, a line is drawn before these. */
    private static final List<ActionFactory> FIRST_OF_GROUP =
            List.of(ActionFactory.SAVE, ActionFactory.MOVE, ActionFactory.PROPERTIES, ActionFactory.QUIT);

    private static final List<ActionFactory> UNDO = List.of(ActionFactory.UNDO, ActionFactory.REDO);
    private static final List<ActionFactory> CLIPBOARD =
            List.of(ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
    private static final List<ActionFactory> SELECTION = List.of(ActionFactory.DELETE, ActionFactory.SELECT_ALL);
    private static final List<ActionFactory> NAVIGATE = List.of(
            ActionFactory.NEXT,
            ActionFactory.PREVIOUS,
            ActionFactory.BACKWARD_HISTORY,
            ActionFactory.FORWARD_HISTORY,
            ActionFactory.NEXT_EDITOR,
            ActionFactory.NEXT_PART);
    private static final List<ActionFactory> WINDOW =
            List.of(ActionFactory.RESET_PERSPECTIVE, ActionFactory.PREFERENCES);
    private static final List<ActionFactory> HELP = List.of(ActionFactory.ABOUT);
    private static final List<ActionFactory> TOOLS =
            List.of(ActionFactory.SAVE, ActionFactory.UNDO, ActionFactory.REDO);

    MemwrightActionBarAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow window) {
        for (List<ActionFactory> menu :
                List.of(FILE, UNDO, CLIPBOARD, SELECTION, List.of(ActionFactory.FIND), NAVIGATE, WINDOW, HELP)) {
            for (ActionFactory factory : menu) {
                register(factory.create(window));
            }
        }
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        IWorkbenchWindow window = getActionBarConfigurer().getWindowConfigurer().getWindow();
        bar.add(file(window));
        bar.add(edit());

        MenuManager navigate = new MenuManager("&Navigate", IWorkbenchActionConstants.M_NAVIGATE);
        navigate.add(new GroupMarker(IWorkbenchActionConstants.NAV_START));
        navigate.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        navigate.add(new GroupMarker(IWorkbenchActionConstants.NAV_END));
        addAll(navigate, NAVIGATE);
        bar.add(navigate);

        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(window(window));

        MenuManager help = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
        help.add(command(window, "org.memwright.ui.welcome", "&Welcome"));
        help.add(command(window, "org.eclipse.ui.window.showKeyAssist", "Show &keys"));
        help.add(command(window, "org.eclipse.ui.window.quickAccess", "&Find actions"));
        help.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        help.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        help.add(new GroupMarker(IWorkbenchActionConstants.HELP_END));
        help.add(new Separator());
        help.add(getAction(ActionFactory.ABOUT.getId()));
        bar.add(help);
    }

    private MenuManager file(IWorkbenchWindow window) {
        MenuManager file = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
        file.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        MenuManager create = new MenuManager("&New", ActionFactory.NEW.getId());
        create.setActionDefinitionId(IWorkbenchCommandConstants.FILE_NEW);
        create.add(ContributionItemFactory.NEW_WIZARD_SHORTLIST.create(window));
        file.add(create);
        file.add(command(window, "org.memwright.ui.openFolder", "&Open folder..."));
        file.add(new Separator());
        file.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        addAll(file, FILE);
        file.add(new GroupMarker(IWorkbenchActionConstants.FILE_END));
        return file;
    }

    /** Text editors insert into the groups of this menu and insist on them. */
    private MenuManager edit() {
        MenuManager edit = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
        edit.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        addAll(edit, UNDO);
        edit.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
        edit.add(new Separator());
        addAll(edit, CLIPBOARD);
        edit.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
        edit.add(new Separator());
        addAll(edit, SELECTION);
        edit.add(new Separator());
        edit.add(getAction(ActionFactory.FIND.getId()));
        edit.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        edit.add(new Separator());
        edit.add(new GroupMarker(IWorkbenchActionConstants.ADD_EXT));
        edit.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        edit.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        return edit;
    }

    private MenuManager window(IWorkbenchWindow window) {
        MenuManager menu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager("Show &View");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        menu.add(new Separator());
        addAll(menu, WINDOW);
        return menu;
    }

    private static CommandContributionItem command(IWorkbenchWindow window, String id, String label) {
        var parameter = new CommandContributionItemParameter(window, null, id, CommandContributionItem.STYLE_PUSH);
        parameter.label = label;
        return new CommandContributionItem(parameter);
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager tools = new ToolBarManager();
        TOOLS.forEach(factory -> tools.add(getAction(factory.getId())));
        bar.add(tools);
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(new GroupMarker(IWorkbenchActionConstants.GROUP_EDITOR));
    }

    private void addAll(MenuManager menu, List<ActionFactory> actions) {
        for (ActionFactory factory : actions) {
            if (FIRST_OF_GROUP.contains(factory)) {
                menu.add(new Separator());
            }
            menu.add(getAction(factory.getId()));
        }
    }
}
