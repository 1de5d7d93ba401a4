/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.plan.WorkloadPlan;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.units.Dimension;

/**
 * Makes the requests of a workload: reads them from a source, or draws them from a seed.
 *
 * <p>Drawn requests: the generator of the seed is split once for each property, always in the order arrival, prompt, output,
 * prefix, so that what one property draws does not depend on another. A length is rounded to the nearest whole number,
 * halves up, and is at least 1 and at most {@link RequestTable#MAX_TOKENS}. A common prefix lies inside the prompt: a prompt drawn shorter than the prefix is the
 * prefix and nothing more.
 *
 * <p>Differs: recorded requests may be given drawn arrivals, to serve the lengths of a trace at another rate; the first row
 * of the data then arrives first.
 */
public final class RequestWorkload {
    /** The property that says a workload is one of requests. */
    public static final String PROPERTY = "requests";

    /** The properties of a workload of requests, with what they mean. */
    public static final Map<String, String> PROPERTIES = properties();

    /** The most requests that may be drawn: their columns take 1.6 GB. */
    private static final int MAX_DRAWN = 100_000_000;

    private static final double NANOS_PER_SECOND = 1e9;

    /** A hundred years, as for recorded arrivals. */
    private static final double MAX_SECONDS = 100.0 * 365 * 24 * 3600;

    private final WorkloadPlan plan;
    private final long seed;

    private RequestWorkload(WorkloadPlan plan, long seed) {
        this.plan = plan;
        this.seed = seed;
    }

    /**
     * Reads or draws the requests that a workload describes.
     *
     * @param seed of everything that is drawn; a {@code seed} among the properties is for whoever chooses this one
     * @throws RunFailure where properties do not go together, or data are missing or bad
     */
    public static Requests of(WorkloadPlan plan, long seed) throws RunFailure {
        try {
            return new RequestWorkload(plan, seed).requests();
        } catch (IllegalArgumentException e) {
            throw new RunFailure(plan.position() + ": workload " + plan.name() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(PROPERTY, "how many requests to draw, or 'from' and the data to read them from");
        properties.put("arrival", "when requests arrive; replaces the arrivals of recorded data");
        properties.put("prompt", "how many tokens the prompts have, where requests are drawn");
        properties.put("output", "how many tokens are generated, where requests are drawn");
        properties.put("prefix", "which prompts begin alike, where requests are drawn");
        properties.put("limit", "the most requests, from the start of the data");
        properties.put("skip", "'bad' leaves out rows that cannot be read and counts them");
        properties.put("seed", "what everything drawn depends on");
        return Collections.unmodifiableMap(properties);
    }

    private Requests requests() throws RunFailure {
        for (String property : plan.properties().keySet()) {
            if (!PROPERTIES.containsKey(property)) {
                throw failure("has no property '" + property + "'; a workload of requests has "
                        + String.join(", ", PROPERTIES.keySet()));
            }
        }
        Value requests = plan.property(PROPERTY)
                .orElseThrow(() -> new IllegalArgumentException(
                        "has no requests; write how many, as requests 1000, or where from, as requests from csv(...)"));
        return requests instanceof MechanismCall source ? read(source) : draw();
    }

    private Requests read(MechanismCall call) throws RunFailure {
        for (String drawn : List.of("prompt", "output", "prefix")) {
            if (plan.property(drawn).isPresent()) {
                throw failure("draws its " + drawn + ", but requests from " + call.name()
                        + " bring their own; leave out " + drawn + ", or draw the requests with requests 1000");
            }
        }
        RequestSource source = make(call, MechanismKind.SOURCE, RequestSource.class);
        ArrivalProcess arrival = arrival();
        Requests read = source.read(new RowRules(limit(), skipsBad(), arrival == null));
        return arrival == null ? read : read.arrivingAt(arrivals(arrival, read.count()));
    }

    private Requests draw() throws RunFailure {
        if (skipsBad()) {
            throw failure("skips bad rows, but draws its requests, so that there are no rows; leave out skip");
        }
        int count = Math.min(count(PROPERTY, MAX_DRAWN), limit());
        var random = new SplittableRandom(seed);
        SplittableRandom forArrivals = random.split();
        SplittableRandom forPrompts = random.split();
        SplittableRandom forOutputs = random.split();
        SplittableRandom forPrefixes = random.split();

        List<String> defaults = new ArrayList<>();
        long[] arrivalNanos = new long[count];
        ArrivalProcess arrival = arrival();
        if (arrival == null) {
            defaults.add("arrival = at_once()");
        } else {
            arrivalNanos = nanos(arrival, count, forArrivals);
        }
        int[] promptTokens = lengths("prompt", count, forPrompts);
        int[] outputTokens = lengths("output", count, forOutputs);
        PromptContent content = PromptContent.UNKNOWN;
        Value prefix = plan.property("prefix").orElse(null);
        if (prefix != null) {
            PrefixSharing sharing = make(call("prefix", prefix), MechanismKind.PREFIX, PrefixSharing.class);
            int[] groups = new int[count];
            sharing.draw(groups, forPrefixes);
            content = new SharedPrefixes(sharing.prefixTokens(), groups);
            for (int i = 0; i < count; i++) {
                promptTokens[i] = Math.max(promptTokens[i], sharing.prefixTokens());
            }
        }
        String description = count + (count == 1 ? " request" : " requests") + " drawn with seed " + seed;
        return new Requests(arrivalNanos, promptTokens, outputTokens, content, 0, 0, description, List.of(), defaults);
    }

    private @Nullable ArrivalProcess arrival() throws RunFailure {
        Value value = plan.property("arrival").orElse(null);
        return value == null ? null : make(call("arrival", value), MechanismKind.ARRIVAL, ArrivalProcess.class);
    }

    private long[] arrivals(ArrivalProcess arrival, int count) throws RunFailure {
        return nanos(arrival, count, new SplittableRandom(seed).split());
    }

    private long[] nanos(ArrivalProcess arrival, int count, SplittableRandom random) throws RunFailure {
        double[] seconds = new double[count];
        arrival.draw(seconds, random);
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            if (!(seconds[i] <= MAX_SECONDS)) {
                throw failure("arrival: request " + (i + 1) + " of " + count
                        + " arrives more than 100 years after the start, which a run cannot hold in nanoseconds;"
                        + " choose a higher rate");
            }
            nanos[i] = Math.round(seconds[i] * NANOS_PER_SECOND);
        }
        return nanos;
    }

    private int[] lengths(String property, int count, SplittableRandom random) throws RunFailure {
        Value value = plan.property(property)
                .orElseThrow(() -> new IllegalArgumentException("draws its requests but has no " + property
                        + "; say how many tokens, as " + property + " lognormal(mean: 1024 tokens, cv: 1.2)"));
        int[] lengths = new int[count];
        if (value instanceof Value.Amount) {
            Arrays.fill(lengths, count(property, RequestTable.MAX_TOKENS));
            return lengths;
        }
        LengthDistribution distribution = make(call(property, value), MechanismKind.LENGTH, LengthDistribution.class);
        for (int i = 0; i < count; i++) {
            double drawn = StrictMath.floor(distribution.draw(random) + 0.5);
            lengths[i] = (int) Math.clamp(drawn, 1, RequestTable.MAX_TOKENS);
        }
        return lengths;
    }

    private int limit() throws RunFailure {
        return plan.property("limit").isEmpty() ? Integer.MAX_VALUE : count("limit", Integer.MAX_VALUE);
    }

    private boolean skipsBad() throws RunFailure {
        Value value = plan.property("skip").orElse(null);
        if (value == null) {
            return false;
        }
        if (value instanceof Value.Word word && word.word().equals("bad")) {
            return true;
        }
        throw failure("skip is " + value + ", must be bad: it leaves out rows that cannot be read and counts them");
    }

    private int count(String property, int most) throws RunFailure {
        Value value = plan.property(property).orElse(null);
        if (value instanceof Value.Amount amount) {
            Dimension dimension = amount.quantity().dimension();
            double count = amount.quantity().base();
            if ((dimension.equals(Dimension.NUMBER) || dimension.equals(Dimension.TOKENS))
                    && count == StrictMath.rint(count)
                    && count >= 1
                    && count <= most) {
                return (int) count;
            }
        }
        throw failure(property + " is " + value + ", must be a whole number from 1 to " + most);
    }

    private MechanismCall call(String property, Value value) throws RunFailure {
        if (value instanceof MechanismCall call) {
            return call;
        }
        throw failure(property + " is " + value + ", must be a call such as "
                + (property.equals("arrival") ? "poisson(4 /s)" : "shared(512 tokens)"));
    }

    /** Asks the services with this bundle's own class loader. */
    @SuppressWarnings("rawtypes")
    private <T> T make(MechanismCall call, MechanismKind kind, Class<T> type) throws RunFailure {
        var known = new TreeSet<String>();
        ClassLoader loader = RequestWorkload.class.getClassLoader();
        for (var provider :
                ServiceLoader.load(MechanismFactory.class, loader).stream().toList()) {
            Mechanism mechanism = provider.type().getAnnotation(Mechanism.class);
            if (mechanism == null || mechanism.kind() != kind) {
                continue;
            }
            known.add(mechanism.name());
            if (mechanism.name().equals(call.name())) {
                return made(call, type, provider.get());
            }
        }
        throw failure("names " + kind.label() + " '" + call.name() + "', which is not there; there are "
                + String.join(", ", known));
    }

    private static <T> T made(MechanismCall call, Class<T> type, MechanismFactory<?> factory) throws RunFailure {
        try {
            return type.cast(factory.create(call));
        } catch (IllegalArgumentException e) {
            throw new RunFailure(call.position() + ": " + call.name() + ": " + e.getMessage(), e);
        }
    }

    private RunFailure failure(String message) {
        return new RunFailure(plan.position() + ": workload " + plan.name() + " " + message);
    }
}
