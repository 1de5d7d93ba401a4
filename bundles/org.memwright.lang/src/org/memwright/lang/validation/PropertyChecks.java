/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.Kernel;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.Precisions;
import org.memwright.lang.evaluate.WholeModel;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyType;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Calibration;
import org.memwright.model.Call;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Expression;
import org.memwright.model.Link;
import org.memwright.model.Model;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;
import org.memwright.model.Peak;
import org.memwright.model.Pipe;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.model.StringLiteral;
import org.memwright.model.Tier;
import org.memwright.model.Use;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;
import org.memwright.units.Units;

/** Properties are those of the table, measure what it says, lie in its ranges, and none that is needed is missing. */
public class PropertyChecks extends Checks {
    @Check
    public void propertyIsOfTheTable(Property property) {
        PropertyOwner owner = PropertyOwner.of(property.eContainer()).orElse(null);
        String name = property.getName();
        if (owner == null || name == null) {
            return;
        }
        PropertyWord word = Properties.find(owner, name).orElse(null);
        if (word == null) {
            var known = Properties.of(owner).keySet();
            String nearest = Nearest.to(name, known);
            report(
                    property,
                    ModelPackage.Literals.PROPERTY__NAME,
                    LangIssue.PROPERTY_UNKNOWN,
                    data(nearest),
                    owner.label(),
                    name,
                    nearest.isEmpty() ? unitMeant(name) : Nearest.question(nearest),
                    Nearest.list(known));
        } else if (property.getValue() != null) {
            valueFits(property, word, property.getValue());
        }
    }

    /** A unit with a slip of the pen is read as the name of a property. */
    private static String unitMeant(String name) {
        String unit = Nearest.to(name, Units.atoms());
        return unit.isEmpty() ? "" : " Did you mean the unit " + unit + "?";
    }

    private void valueFits(Property property, PropertyWord word, Expression value) {
        if (property.isFrom() && word.type() != PropertyType.COUNT_OR_SOURCE && word.type() != PropertyType.MECHANISM) {
            wrong(property, word, value);
            return;
        }
        switch (word.type()) {
            case QUANTITY -> quantity(property, word, value, word.dimension());
            case COUNT -> count(property, word, value);
            case COUNT_OR_SOURCE -> {
                boolean source = value instanceof Call || value instanceof Reference;
                if (property.isFrom() && !source) {
                    wrong(property, word, value);
                } else if (!property.isFrom()) {
                    count(property, word, value);
                }
            }
            case PRECISION -> precision(value);
            case CHOICE -> choice(property, word, value);
            case FLAG -> wrong(property, word, value);
            case MECHANISM -> {
                boolean call = value instanceof Call
                        || value instanceof Reference
                        || value instanceof Select
                        || value instanceof Pipe;
                if (!call) {
                    wrong(property, word, value);
                }
            }
        }
    }

    private void wrong(Property property, PropertyWord word, Expression value) {
        report(
                value,
                null,
                LangIssue.PROPERTY_WRONG,
                data(word.example()),
                property.getName(),
                word.owner().label(),
                word.expected(),
                Positions.text(value));
    }

    private void quantity(Property property, PropertyWord word, Expression value, Dimension dimension) {
        Quantity quantity = evaluate(value);
        if (quantity == null) {
            if (isQuantity(value)) {
                return;
            }
            wrong(property, word, value);
        } else if (!quantity.dimension().equals(dimension)) {
            wrong(property, word, value);
        } else {
            inRange(property.getName(), word, value, quantity, dimension);
        }
    }

    /** Whether an expression is arithmetic, whose failure another check reports. */
    private static boolean isQuantity(Expression value) {
        return !(value instanceof Reference
                        || value instanceof Call
                        || value instanceof Select
                        || value instanceof Pipe)
                && !(value instanceof StringLiteral);
    }

    private void count(Property property, PropertyWord word, Expression value) {
        Quantity quantity = evaluate(value);
        if (quantity == null) {
            if (!isQuantity(value)) {
                wrong(property, word, value);
            }
            return;
        }
        boolean counts = quantity.dimension().equals(Dimension.NUMBER)
                || quantity.dimension().equals(Dimension.TOKENS);
        if (!counts || quantity.isRatio() || quantity.base() != Math.rint(quantity.base())) {
            wrong(property, word, value);
        } else {
            inRange(property.getName(), word, value, quantity, quantity.dimension());
        }
    }

    private void inRange(String name, PropertyWord word, Expression value, Quantity quantity, Dimension dimension) {
        double base = quantity.base();
        if (base < word.min() || base > word.max()) {
            report(
                    value,
                    null,
                    LangIssue.PROPERTY_OUT_OF_RANGE,
                    List.of(),
                    name,
                    quantity,
                    Ranges.text(word.min(), word.max(), dimension));
        }
    }

    private void precision(Expression value) {
        String word = value instanceof Reference reference ? reference.getName() : Positions.text(value);
        if (!(value instanceof Reference) || !Precisions.words().contains(word)) {
            precisionUnknown(value, word);
        }
    }

    private void precisionUnknown(EObject at, String word) {
        String nearest = Nearest.to(word, Precisions.words());
        report(
                at,
                switch (at) {
                    case Peak peak -> ModelPackage.Literals.PEAK__PRECISION;
                    case Calibration calibration -> ModelPackage.Literals.CALIBRATION__PRECISION;
                    default -> null;
                },
                LangIssue.PRECISION_UNKNOWN,
                data(nearest),
                word,
                Nearest.question(nearest),
                Precisions.list());
    }

    private void choice(Property property, PropertyWord word, Expression value) {
        if (!(value instanceof Reference reference) || !word.choices().contains(reference.getName())) {
            wrong(property, word, value);
        }
    }

    /** The value; null where there is none, which {@link UnitChecks} reports if it is arithmetic. */
    private static @Nullable Quantity evaluate(Expression value) {
        try {
            return Evaluator.constant().quantity(value);
        } catch (EvaluationFailure failure) {
            return null;
        }
    }

    @Check
    public void peakIsARateOfOperations(Peak peak) {
        String precision = peak.getPrecision();
        if (precision != null && !Precisions.words().contains(precision)) {
            precisionUnknown(peak, precision);
        }
        Quantity quantity = peak.getValue() == null ? null : evaluate(peak.getValue());
        if (quantity == null) {
            if (peak.getValue() != null && !isQuantity(peak.getValue())) {
                report(peak.getValue(), null, LangIssue.NOT_A_QUANTITY, List.of(), Positions.text(peak.getValue()));
            }
        } else if (!quantity.dimension().equals(Dimension.COMPUTE)) {
            report(
                    peak.getValue(),
                    null,
                    LangIssue.WRONG_DIMENSION,
                    List.of(),
                    Positions.text(peak.getValue()),
                    quantity.dimension().describe(),
                    Dimension.COMPUTE.describe());
        } else if (!(quantity.base() > 0)) {
            report(
                    peak.getValue(),
                    null,
                    LangIssue.PROPERTY_OUT_OF_RANGE,
                    List.of(),
                    "peak " + precision,
                    quantity,
                    Ranges.text(Double.MIN_VALUE, Double.POSITIVE_INFINITY, Dimension.COMPUTE));
        }
    }

    @Check
    public void tierSaysWhatItHoldsAndHowFast(Tier tier) {
        required(PropertyOwner.TIER, tier, tier.getProperties(), "Tier");
        boolean both = has(tier.getProperties(), "read") && has(tier.getProperties(), "write");
        if (!both && !has(tier.getProperties(), "bandwidth")) {
            report(
                    tier,
                    ModelPackage.Literals.NAMED__NAME,
                    LangIssue.BANDWIDTH_MISSING,
                    List.of("bandwidth"),
                    tier.getName());
        }
    }

    @Check
    public void linkSaysHowFast(Link link) {
        required(PropertyOwner.LINK, link, link.getProperties(), "Link");
    }

    private void required(PropertyOwner owner, Named part, List<Property> properties, String kind) {
        missing(part, ModelPackage.Literals.NAMED__NAME, kind, part.getName(), absent(owner, properties));
    }

    private static List<PropertyWord> absent(PropertyOwner owner, List<Property> properties) {
        return Properties.of(owner).values().stream()
                .filter(word -> word.required() && !has(properties, word.name()))
                .toList();
    }

    private void missing(EObject part, EStructuralFeature feature, String kind, String name, List<PropertyWord> words) {
        if (!words.isEmpty()) {
            List<String> examples = words.stream().map(PropertyWord::example).toList();
            report(
                    part,
                    feature,
                    LangIssue.PROPERTY_MISSING,
                    examples,
                    kind,
                    name,
                    Nearest.list(words.stream().map(PropertyWord::name).toList()),
                    String.join("  ", examples));
        }
    }

    private static boolean has(List<Property> properties, String name) {
        return properties.stream().anyMatch(property -> name.equals(property.getName()));
    }

    @Check
    public void computeUnitHasAPeak(ComputeUnit unit) {
        if (unit.getPeaks().isEmpty()) {
            report(unit, ModelPackage.Literals.NAMED__NAME, LangIssue.PEAK_MISSING, List.of(), unit.getName());
        }
        atLeastOne(unit, ModelPackage.Literals.COMPUTE_UNIT__COUNT, unit.getCount());
    }

    @Check
    public void thingsAreUsedAtLeastOnce(Use use) {
        atLeastOne(use, ModelPackage.Literals.USE__COUNT, use.getCount());
    }

    private void atLeastOne(EObject at, EStructuralFeature feature, int count) {
        if (count < 1) {
            report(at, feature, LangIssue.NOT_A_COUNT, List.of(), count, 1, Integer.MAX_VALUE);
        }
    }

    @Check
    public void modelHasAShape(Model model) {
        WholeModel whole = WholeModel.of(model);
        if (!whole.isComplete()) {
            return;
        }
        Map<String, Property> properties = whole.properties();
        boolean expertWidth = properties.containsKey("experts") && properties.containsKey("expert_ffn");
        List<PropertyWord> absent = Properties.of(PropertyOwner.MODEL).values().stream()
                .filter(word -> word.required() && !properties.containsKey(word.name()))
                .filter(word -> !(expertWidth && word.name().equals("ffn")))
                .toList();
        if (!absent.isEmpty()) {
            missing(model, ModelPackage.Literals.NAMED__NAME, "Model", model.getName(), absent);
            return;
        }
        if (!properties.values().stream().allMatch(PropertyChecks::isInRange)) {
            return;
        }
        try {
            whole.shape();
        } catch (EvaluationFailure failure) {
            if (failure.issue() == LangIssue.SHAPE_IMPOSSIBLE) {
                say(
                        model,
                        ModelPackage.Literals.NAMED__NAME,
                        -1,
                        failure.issue(),
                        String.valueOf(failure.getMessage()),
                        List.of());
            }
        }
    }

    /** Whether the range of a model's property is kept, which is reported where it is written. */
    private static boolean isInRange(Property property) {
        PropertyWord word =
                Properties.find(PropertyOwner.MODEL, property.getName()).orElse(null);
        Quantity quantity = property.getValue() == null ? null : evaluate(property.getValue());
        return word == null || quantity == null || (quantity.base() >= word.min() && quantity.base() <= word.max());
    }

    @Check
    public void calibrationNamesAFileOrAKernel(Calibration calibration) {
        if (calibration.getFile() != null) {
            fileExists(calibration, calibration.getFile());
            return;
        }
        PropertyOwner owner = PropertyOwner.of(calibration).orElse(null);
        String precision = calibration.getPrecision();
        if (precision != null && !Precisions.words().contains(precision)) {
            precisionUnknown(calibration, precision);
        }
        if (owner == null && calibration.getKernel() != null) {
            List<String> known = Arrays.stream(PropertyOwner.values())
                    .flatMap(o -> o.kernel().stream())
                    .map(Kernel::word)
                    .toList();
            String nearest = Nearest.to(calibration.getKernel(), known);
            report(
                    calibration,
                    ModelPackage.Literals.CALIBRATION__KERNEL,
                    LangIssue.KERNEL_UNKNOWN,
                    data(nearest),
                    calibration.getKernel(),
                    Nearest.question(nearest),
                    Nearest.list(known));
        } else if (owner != null) {
            missing(
                    calibration,
                    ModelPackage.Literals.CALIBRATION__KERNEL,
                    "Calibration of",
                    calibration.getKernel(),
                    absent(owner, calibration.getProperties()));
        }
    }

    private void fileExists(Calibration calibration, String file) {
        URI holder =
                calibration.eResource() == null ? null : calibration.eResource().getURI();
        if (holder == null || !holder.isFile()) {
            return;
        }
        boolean exists;
        try {
            exists = Files.exists(Path.of(holder.toFileString()).resolveSibling(file));
        } catch (InvalidPathException unusable) {
            exists = false;
        }
        if (!exists) {
            report(calibration, ModelPackage.Literals.CALIBRATION__FILE, LangIssue.DATA_FILE_MISSING, List.of(), file);
        }
    }
}
