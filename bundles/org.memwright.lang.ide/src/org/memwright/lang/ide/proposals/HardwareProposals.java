/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Hardware;
import org.memwright.model.ModelPackage;
import org.memwright.model.Use;

/** Parts of a hardware and of a compute unit. */
final class HardwareProposals extends PropertyProposals {
    HardwareProposals(Place place) {
        super(place);
    }

    void hardware(Level level) {
        List<String> clause = level.clause;
        String first = clause.isEmpty() ? "" : clause.getFirst();
        String last = clause.isEmpty() ? "" : clause.getLast();
        Hardware hardware = owner(Hardware.class).orElse(null);
        switch (first) {
            case "compute" -> {
                if (last.equals("in")) {
                    references(ModelPackage.Literals.COMPUTE_UNIT__TIER, hardware, Sort.PART);
                } else if (clause.size() > 1 && !last.equals("[") && !clause.contains("in")) {
                    keyword("in");
                }
            }
            case "tier" -> {
                if (last.equals("on")) {
                    references(ModelPackage.Literals.TIER__COMPUTE_UNIT, hardware, Sort.PART);
                } else if (clause.size() == 2) {
                    keyword("on");
                }
            }
            case "link" -> link(clause, hardware);
            case "use" -> {
                if (clause.size() == 1 || last.equals(".")) {
                    references(ModelPackage.Literals.USE__HARDWARE, null, Sort.DECLARATION);
                } else if (!clause.contains("as")) {
                    keyword("as");
                } else if (!last.equals("as")) {
                    components(level);
                }
            }
            case "calibrate" -> {
                if (clause.size() == 1) {
                    references(ModelPackage.Literals.CALIBRATION__COMPUTE_UNIT, hardware, Sort.PART);
                } else if (clause.size() == 2) {
                    keyword("from", "from \"<profiles/measured.csv>\"");
                    kernels();
                } else if (last.startsWith("\"")) {
                    components(level);
                }
            }
            default -> {
                if (clause.isEmpty() || isFinished(level)) {
                    components(level);
                }
            }
        }
    }

    private void components(Level level) {
        keyword("compute", "compute <gpu> { peak <fp16> <312 TFLOP/s> }");
        keyword("tier", "tier <hbm> { capacity <80 GiB>  bandwidth <2.039 TB/s> }");
        keyword("link", "link <pcie> : <hbm> <-> <dram> { bandwidth <31.5 GB/s> }");
        keyword("use", "use <A100_80G> as <node>[<8>]");
        keyword("calibrate", "calibrate <gpu> from \"<profiles/measured.csv>\"");
        propertyNames(level, PropertyOwner.HARDWARE);
    }

    /** The kernels whose coefficients may be written down, each with all of them. */
    private void kernels() {
        for (PropertyOwner owner : PropertyOwner.values()) {
            owner.kernel().ifPresent(kernel -> {
                String coefficients = Properties.of(owner).values().stream()
                        .filter(PropertyWord::required)
                        .map(word -> word.example().replaceFirst(" (.*)", " <$1>"))
                        .collect(Collectors.joining("  "));
                String text = kernel.word() + (kernel.isByPrecision() ? " <bf16>" : "") + " { " + coefficients + " }";
                offers.add(Sort.VALUE, kernel.word(), text, "coefficients for " + kernel.label(), Place::nothing);
            });
        }
    }

    private void link(List<String> clause, @Nullable Hardware hardware) {
        String last = clause.getLast();
        if (hardware == null || clause.size() < 3) {
            return;
        }
        if (last.equals(".")) {
            String use = clause.get(clause.size() - 2);
            if (WholeHardware.of(hardware).components().get(use) instanceof Use used
                    && used.getHardware() != null
                    && !used.getHardware().eIsProxy()) {
                WholeHardware.of(used.getHardware()).tiers().forEach(tier -> named(Sort.PART, tier));
            }
        } else if (last.equals(":") || last.equals("<->") || last.equals("->")) {
            WholeHardware.of(hardware).tiers().forEach(tier -> named(Sort.PART, tier));
            WholeHardware.of(hardware).uses().forEach(use -> named(Sort.PART, use));
        }
    }

    void compute(Level level) {
        List<String> clause = level.clause;
        if (clause.size() == 1 && clause.getFirst().equals("peak")) {
            precisions();
            return;
        }
        if (clause.size() == 2 && clause.getFirst().equals("peak")) {
            offers.add(Sort.VALUE, "312 TFLOP/s", "<312> <TFLOP/s|TOP/s|GFLOP/s>", "", Place::nothing);
            return;
        }
        if (clause.isEmpty() || isFinished(level)) {
            keyword("peak", "peak <fp16> <312 TFLOP/s>");
        }
        properties(level, PropertyOwner.COMPUTE);
    }
}
