/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature.Setting;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.memwright.model.Calibration;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Endpoint;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;
import org.memwright.model.Reference;
import org.memwright.model.Store;
import org.memwright.model.Tier;

/**
 * Deletes a part with what makes no sense without it: the links of a tier, the rule of a store, the edges of a step.
 *
 * <p>Refused where something remains that needs the part, such as a rule that recalls from a store; the reason names it.
 */
public final class Delete extends Edit {
    private final EObject part;

    public Delete(EObject part) {
        this.part = part;
    }

    @Override
    public String label() {
        return "Delete " + capitals(Names.kind(part));
    }

    private static String capitals(String words) {
        StringBuilder text = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return text.toString();
    }

    @Override
    public Optional<Refusal> refusal() {
        if (!(part instanceof Named named) || named.getName() == null) {
            return Optional.empty();
        }
        Set<EObject> gone = gone();
        for (EObject each : gone) {
            if (!(each instanceof Named deleted)) {
                continue;
            }
            if (deleted instanceof Store) {
                for (Mentions.Mention mention : Mentions.of(deleted)) {
                    if (mention.holder() instanceof Reference && !isIn(mention.holder(), gone)) {
                        EObject rule = rule(mention.holder());
                        return Optional.of(
                                EditIssue.STILL_NEEDED.refusal(named.getName(), describe(rule) + " mentions it"));
                    }
                }
            }
            for (Setting use : users(deleted)) {
                if (isDetachable(use)) {
                    continue;
                }
                EObject user = use.getEObject();
                if (!isIn(user, gone)) {
                    return Optional.of(EditIssue.STILL_NEEDED.refusal(
                            named.getName(), describe(nearestNamed(user)) + " refers to it"));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    protected List<Change> plan() {
        Set<EObject> gone = gone();
        List<Change> changes = new ArrayList<>();
        for (EObject each : gone) {
            List<EObject> deleted = new ArrayList<>(List.of(each));
            each.eAllContents().forEachRemaining(deleted::add);
            for (EObject inner : deleted) {
                for (Setting use : users(inner)) {
                    if (isDetachable(use) && !isIn(use.getEObject(), gone)) {
                        EReference feature = (EReference) use.getEStructuralFeature();
                        changes.add(
                                feature.isMany()
                                        ? new RemoveElement(use.getEObject(), feature, inner)
                                        : new SetValue(use.getEObject(), feature, null));
                    }
                }
            }
        }
        for (EObject each : gone) {
            EReference feature = each.eContainmentFeature();
            changes.add(
                    feature.isMany()
                            ? new RemoveElement(each.eContainer(), feature, each)
                            : new SetValue(each.eContainer(), feature, null));
        }
        return changes;
    }

    /** The part and what goes with it. */
    private Set<EObject> gone() {
        Set<EObject> gone = new LinkedHashSet<>();
        gone.add(part);
        for (Setting use : part instanceof Named named ? users(named) : List.<Setting>of()) {
            EObject user = use.getEObject();
            if (user instanceof Endpoint && user.eContainer() instanceof Link link) {
                gone.add(link);
            } else if (user instanceof Keep || user instanceof Calibration) {
                gone.add(user);
            }
        }
        return gone;
    }

    /** References that can simply be left out: a tier that is on the unit, a unit in the tier, an edge between steps. */
    private static boolean isDetachable(Setting use) {
        return switch (use.getEObject()) {
            case Tier tier -> true;
            case ComputeUnit unit -> true;
            default ->
                use.getEStructuralFeature() == ModelPackage.Literals.STEP__AFTER
                        || use.getEStructuralFeature() == ModelPackage.Literals.STEP__USES;
        };
    }

    private static Collection<Setting> users(EObject part) {
        return part.eResource() == null || part.eResource().getResourceSet() == null
                ? EcoreUtil.UsageCrossReferencer.find(part, EcoreUtil.getRootContainer(part))
                : EcoreUtil.UsageCrossReferencer.find(part, part.eResource().getResourceSet());
    }

    private static boolean isIn(EObject inner, Set<EObject> outer) {
        return outer.stream().anyMatch(each -> EcoreUtil.isAncestor(each, inner));
    }

    private static EObject rule(EObject mention) {
        EObject at = mention;
        while (at.eContainer() != null
                && at.eContainer().eContainmentFeature() != null
                && at.eContainer().eContainmentFeature() != ModelPackage.Literals.MODULE__DECLARATIONS) {
            at = at.eContainer();
        }
        return at;
    }

    private static EObject nearestNamed(EObject part) {
        EObject at = part;
        while (at.eContainer() != null && !(at instanceof Named named && named.getName() != null)) {
            at = at.eContainer();
        }
        return at;
    }

    private static String describe(EObject part) {
        return switch (part) {
            case Named named when named.getName() != null -> Names.kind(part) + " '" + named.getName() + "'";
            case Keep keep ->
                "the rule 'keep "
                        + (keep.getStore() == null ? "" : keep.getStore().getName()) + "'";
            case org.memwright.model.Handler handler -> "the rule 'on " + handler.getEvent() + "'";
            default -> "a " + Names.kind(part);
        };
    }
}
