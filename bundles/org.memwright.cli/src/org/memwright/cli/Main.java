/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.memwright.lang.issue.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program {@code memwright}.
 *
 * <p>Commands are made when they are called, so that a check loads nothing of a run.
 */
@Command(
        name = "memwright",
        description = "Memory systems of AI: described in a language, run on modelled hardware, compared.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright new my-design             start a project that runs",
            "  memwright run my-design             run its experiments and compare",
            "  memwright check my-design           say what is wrong, without running",
            "  memwright explain H100_SXM          what a word of the language means",
            "",
            "Exit codes: 0 ok, 1 a design has errors, 2 wrong call, 3 an expect failed, 4 anything else,",
            "130 stopped with Ctrl-C. COMMAND --help says more about a command."
        })
public final class Main implements Callable<Integer> {
    /** Environment variable that asks for stack traces. */
    static final String DEBUG = "MEMWRIGHT_DEBUG";

    /** In the order of the help. */
    private static final List<Word> COMMANDS = List.of(
            new Word("new", NewCommand::new),
            new Word("check", CheckCommand::new),
            new Word("run", RunCommand::new),
            new Word("calibrate", CalibrateCommand::new),
            new Word("validate", ValidateCommand::new),
            new Word("fmt", FmtCommand::new),
            new Word("explain", ExplainCommand::new),
            new Word("catalog", CatalogCommand::new),
            new Word("lsp", LspCommand::new));

    /** A command and how it is made. */
    private record Word(String name, Function<Main, BaseCommand> command) {}

    /** Commands that need the language, and do not end before it is there. */
    private static final Set<String> OF_THE_LANGUAGE = Set.of("check", "run", "calibrate", "validate", "fmt");

    private final Terminal terminal;
    private final Interruption interruption;
    private final Workspace workspace = new Workspace();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    Main(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments as written after the program's name
     */
    public static void main(String[] arguments) {
        LanguageModel.take(System.getenv(), System.getProperties());
        var interruption = Interruption.ofProcess();
        int exitCode = ExitCode.OTHER;
        try {
            var main = new Main(Terminal.ofProcess(), interruption);
            if (arguments.length > 0 && OF_THE_LANGUAGE.contains(arguments[0])) {
                main.workspace.prepare();
            }
            exitCode = main.run(arguments);
        } finally {
            interruption.finish();
        }
        System.exit(exitCode);
    }

    Terminal terminal() {
        return terminal;
    }

    Workspace workspace() {
        return workspace;
    }

    Interruption interruption() {
        return interruption;
    }

    /** Runs a command. */
    int run(String... arguments) {
        CommandLine commands = new CommandLine(this);
        String first = arguments.length == 0 ? "" : arguments[0];
        List<Word> called =
                COMMANDS.stream().filter(word -> word.name().equals(first)).toList();
        for (Word word : called.isEmpty() ? COMMANDS : called) {
            commands.addSubcommand(word.name(), word.command().apply(this));
        }
        commands.setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.outPaint() == Paint.COLOURED ? Ansi.ON : Ansi.OFF));
        commands.setOut(new PrintWriter(terminal.out(), true, UTF_8));
        commands.setErr(new PrintWriter(terminal.err(), true, UTF_8));
        commands.setUsageHelpWidth(100);
        commands.setParameterExceptionHandler(this::wrongCall);
        commands.setExecutionExceptionHandler(this::failed);
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError tooLittle) {
            complain("there is not enough memory. Give more, such as MEMWRIGHT_JAVA_OPTIONS=-Xmx4g, run fewer at a time"
                    + " with --threads 1, or limit the workload.");
            return ExitCode.OTHER;
        } catch (StackOverflowError tooDeep) {
            complain("the design is nested too deeply. Give parts of it names of their own.");
            return ExitCode.OTHER;
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        complain("a command is missing; there are " + String.join(", ", names()) + ". memwright --help says more.");
        return ExitCode.USAGE;
    }

    private static List<String> names() {
        return COMMANDS.stream().map(Word::name).toList();
    }

    void complain(String message) {
        terminal.err().println("memwright: " + terminal.errPaint().boldRed("error: ") + message);
    }

    private int wrongCall(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        if (arguments.length > 0 && command.getCommand() == this && !arguments[0].startsWith("-")) {
            complain("'" + arguments[0] + "' is no command." + Nearest.question(Nearest.to(arguments[0], names())) + " "
                    + name + " --help says what there is.");
            return ExitCode.USAGE;
        }
        var text = new StringBuilder(String.valueOf(wrong.getMessage()));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                text.append(". Did you mean ").append(near.getFirst()).append('?');
            }
        }
        if (text.isEmpty() || ".?!".indexOf(text.charAt(text.length() - 1)) < 0) {
            text.append('.');
        }
        complain(text + " " + name + " --help says what there is.");
        return ExitCode.USAGE;
    }

    private int failed(Exception thrown, CommandLine command, ParseResult parsed) {
        if (thrown instanceof CommandFailure failure) {
            complain(String.valueOf(failure.getMessage()));
            return failure.exitCode();
        }
        boolean verbose = command.getCommand() instanceof BaseCommand base && base.isVerbose();
        complain(describe(thrown));
        if (verbose || !System.getenv().getOrDefault(DEBUG, "").isEmpty()) {
            var trace = new java.io.StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            terminal.err().print(trace);
        } else {
            terminal.err()
                    .println("  This is a defect of memwright. --verbose or " + DEBUG
                            + "=1 shows where; please report it with the design.");
        }
        return ExitCode.OTHER;
    }

    private static String describe(Throwable thrown) {
        String message = thrown.getMessage();
        String kind = thrown.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? kind
                : kind + ": " + message.lines().findFirst().orElse("");
    }
}
