/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.cli.validation.PhaseTimes;
import org.memwright.cli.validation.Replays;
import org.memwright.compile.CalibratedHardware;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.LayerShape;
import org.memwright.hardware.Machine;
import org.memwright.hardware.calibration.Calibrator;
import org.memwright.hardware.calibration.Coefficient;
import org.memwright.hardware.calibration.DataSheet;
import org.memwright.hardware.calibration.KernelFit;
import org.memwright.hardware.calibration.MeasurementFailure;
import org.memwright.hardware.calibration.Measurements;
import org.memwright.hardware.calibration.PhaseTable;
import org.memwright.hardware.calibration.ServingProfile;
import org.memwright.lang.Project;
import org.memwright.lang.evaluate.WholeModel;
import org.memwright.model.Hardware;
import org.memwright.model.Model;
import org.memwright.profile.Profiler;
import org.memwright.report.ReportFailure;
import org.memwright.report.ReportFiles;
import org.memwright.runtime.plan.TransformerShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memwright calibrate}: fits the times of kernels to measurements of a device. */
@Command(
        name = "calibrate",
        description = "Fit the times of a device's kernels to measurements of it; say how far off the fit is.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright calibrate kernels/h100 --on H100_SXM",
            "  memwright calibrate run/profile --on RTX4090 --model Llama3_1_8B",
            "  memwright calibrate gemm.csv.gz --on designs/mine.memw --out designs/mine-measured.memw",
            "",
            "The columns of a table tell what it measures, not its name: matrix products, attention of prompts and of",
            "decodes, all-reduces. Kernels are also fitted to the measured layers of a model (layers.csv, or tp1/dense.csv"
                    + " and its",
            "like), host overheads to measured times of prompts and tokens (prompt_time, token_time), beyond what the"
                    + " kernels of",
            "the hardware take. One shape in five is held back from the fit; errors are of those."
        })
final class CalibrateCommand extends BaseCommand {
    @Parameters(paramLabel = "PATH", description = "A table of measurements, plain or gzip, or a folder of such.")
    private Path source = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "HARDWARE",
            required = true,
            description = "What was measured: a hardware of the library, or a .memw file whose last hardware it is.")
    private String on = "";

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model of the library whose layers were measured, for a folder of such.")
    private String model = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write the hardware with its fitted kernels as .memw.")
    private @Nullable Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the written hardware is called; the measured one's name with _Measured if not given.")
    private String name = "";

    CalibrateCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        Hardware hardware = hardware();
        Machine machine = new ExperimentCompiler(main().workspace().vocabulary()).machine(hardware);
        ComputeUnit unit = unit(machine);
        try {
            Measurements measurements = measurements(machine);
            List<KernelFit> fits =
                    new Calibrator(precision -> DataSheet.of(machine, unit, precision)).fit(measurements);
            show(machine, measurements, fits);
            write(machine, unit, measurements, fits);
        } catch (MeasurementFailure | IllegalArgumentException unusable) {
            throw new CommandFailure(ExitCode.DESIGN, unusable.getMessage() + ".");
        }
        return ExitCode.OK;
    }

    private Measurements measurements(Machine machine) throws MeasurementFailure {
        if (PhaseTable.isPhaseTable(source)) {
            Workspace workspace = main().workspace();
            var replays =
                    new Replays(workspace.language(), new Profiler(workspace.vocabulary(), 1), machine.name(), false);
            return PhaseTimes.overheads(PhaseTable.read(source), machine.name(), replays);
        }
        if (ServingProfile.isProfile(source)) {
            ServingProfile profile = ServingProfile.read(source);
            TransformerShape shape = shape(model.isEmpty() ? profile.model() : model);
            return profile.kernels(
                    new LayerShape(
                            shape.heads(),
                            shape.kvHeads(),
                            shape.headDim(),
                            shape.ffn(),
                            shape.vocab(),
                            shape.weights(),
                            1),
                    shape.hidden());
        }
        return Measurements.read(source);
    }

    private TransformerShape shape(String wanted) {
        return LibraryEntry.named(main().workspace(), wanted).stream()
                .map(LibraryEntry::declaration)
                .filter(Model.class::isInstance)
                .map(declared -> WholeModel.of((Model) declared).shape())
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "The library has no model " + (wanted.isEmpty() ? "to look up" : "'" + wanted + "'")
                                + ", whose layers were measured; name one with --model, such as --model Llama3_1_8B."));
    }

    private Hardware hardware() {
        if (on.endsWith(Project.EXTENSION)) {
            Project project = main().workspace().load(Path.of(on));
            var diagnostics = new Diagnostics(terminal());
            project.findings().forEach(diagnostics::show);
            List<Hardware> declared = project.declarations(Hardware.class);
            if (declared.isEmpty() || diagnostics.errors() > 0) {
                throw new CommandFailure(ExitCode.DESIGN, "--on " + on + ": declares no hardware that could be read.");
            }
            return declared.getLast();
        }
        return LibraryEntry.named(main().workspace(), on).stream()
                .map(LibraryEntry::declaration)
                .filter(Hardware.class::isInstance)
                .map(Hardware.class::cast)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "--on " + on
                                + ": the library has no such hardware. memwright explain lists what it has; a .memw"
                                + " file declares others."));
    }

    /** The unit that kernels run on: the one with the highest peak of the first device. */
    private static ComputeUnit unit(Machine machine) {
        return machine.computeUnits().stream()
                .filter(u -> u.device() <= 0 && u.tier() < 0)
                .max((a, b) -> Double.compare(peak(a), peak(b)))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.DESIGN, machine.name() + " has no compute unit, so nothing can be calibrated."));
    }

    private static double peak(ComputeUnit unit) {
        return unit.peaks().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0)
                * unit.count();
    }

    private void show(Machine machine, Measurements measurements, List<KernelFit> fits) {
        Paint paint = terminal().outPaint();
        var result = terminal().out();
        result.println(paint.bold(machine.name()) + " by " + source
                + (measurements.device().isEmpty() ? "" : ", measured on " + measurements.device())
                + (measurements.software().isEmpty() ? "" : " with " + String.join(", ", measurements.software())));
        for (KernelFit fit : fits) {
            result.println();
            result.println(paint.bold(fit.formula().kernel().label())
                    + (!fit.formula().kernel().isByPrecision()
                            ? ""
                            : "  " + fit.precision().word()));
            result.println(String.format(
                    Locale.ROOT,
                    "  fitted to %d points, mean error %.1f%%; on %d points of shapes held back %.1f%%, median %.1f%%",
                    fit.points(),
                    100 * fit.error(),
                    fit.heldBack(),
                    100 * fit.heldBackError(),
                    100 * fit.medianHeldBackError()));
            List<String> range =
                    Page.wrapped("measured: " + fit.range() + "; outside of it times are extrapolated", 4, 96);
            range.forEach(line -> result.println("  " + line));
            int width = fit.formula().coefficients().stream()
                    .mapToInt(c -> c.name().length())
                    .max()
                    .orElse(0);
            for (int i = 0; i < fit.coefficients().size(); i++) {
                Coefficient coefficient = fit.formula().coefficients().get(i);
                String value =
                        CalibratedHardware.value(coefficient, fit.coefficients().get(i));
                result.println("    " + Page.padded(coefficient.name(), width) + "  " + Page.padded(value, 12) + "  "
                        + paint.faint(coefficient.meaning()));
            }
        }
        measurements.leftOut().forEach((why, rows) -> terminal().err().println("left out: " + rows + " rows, " + why));
    }

    private void write(Machine machine, ComputeUnit unit, Measurements measurements, List<KernelFit> fits) {
        Path file = out;
        if (file == null) {
            return;
        }
        String simple = machine.name().substring(machine.name().lastIndexOf('.') + 1);
        var calibrated = new CalibratedHardware(
                name.isEmpty() ? simple + "_Measured" : name,
                machine.name(),
                unit.name(),
                String.valueOf(source.getFileName()));
        String text = calibrated.text(measurements, fits);
        Project project = Project.of(
                main().workspace().language(), Path.of("").toAbsolutePath(), Map.of("calibrated.memw", text));
        String formatted =
                project.formatted(project.files().getFirst()).orElse(text).stripTrailing() + "\n";
        try {
            Path written = ReportFiles.write(file, o -> o.append(formatted));
            terminal().err().println("\nWritten: " + written);
        } catch (ReportFailure failure) {
            throw new CommandFailure(ExitCode.OTHER, String.valueOf(failure.getMessage()));
        }
    }
}
