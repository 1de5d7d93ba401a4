/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.units;

import static org.memwright.units.Dimension.BANDWIDTH;
import static org.memwright.units.Dimension.BYTES;
import static org.memwright.units.Dimension.COMPUTE;
import static org.memwright.units.Dimension.ENERGY;
import static org.memwright.units.Dimension.ENERGY_PER_BYTE;
import static org.memwright.units.Dimension.ENERGY_PER_OPERATION;
import static org.memwright.units.Dimension.MONEY;
import static org.memwright.units.Dimension.MONEY_PER_BYTE;
import static org.memwright.units.Dimension.MONEY_PER_ENERGY;
import static org.memwright.units.Dimension.MONEY_PER_TIME;
import static org.memwright.units.Dimension.NUMBER;
import static org.memwright.units.Dimension.OPERATIONS;
import static org.memwright.units.Dimension.POWER;
import static org.memwright.units.Dimension.TIME;
import static org.memwright.units.Dimension.TOKENS;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of units: single words such as {@code GiB} and quotients of two words such as {@code TB/s}.
 *
 * <p>Any two words make a quotient ({@code USD/kWh}, {@code pJ/bit}); a slash before a word makes a rate ({@code /s}).
 * Products and powers ({@code B*s}, {@code B/s^2}) exist so that every result of arithmetic can be printed and read.
 */
public final class Units {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    private static final Map<String, Atom> ATOMS = atomTable();
    private static final List<String> ATOM_NAMES = List.copyOf(ATOMS.keySet());
    private static final Map<String, Unit> CATALOGUE = catalogueTable();
    private static final List<Unit> ALL = List.copyOf(CATALOGUE.values());
    private static final Map<Dimension, List<Unit>> LADDERS = ladderTable();

    private Units() {}

    /** One word: its dimension and its exact factor, so that quotients of words are rounded only once. */
    private record Atom(Dimension dimension, BigInteger numerator, BigInteger denominator) {
        static final Atom ONE = new Atom(NUMBER, BigInteger.ONE, BigInteger.ONE);

        static Atom of(Dimension dimension, BigInteger factor) {
            return new Atom(dimension, factor, BigInteger.ONE);
        }

        static Atom part(Dimension dimension, BigInteger parts) {
            return new Atom(dimension, BigInteger.ONE, parts);
        }

        Atom times(Atom other) {
            return new Atom(
                    dimension.times(other.dimension),
                    numerator.multiply(other.numerator),
                    denominator.multiply(other.denominator));
        }

        Atom dividedBy(Atom other) {
            return new Atom(
                    dimension.dividedBy(other.dimension),
                    numerator.multiply(other.denominator),
                    denominator.multiply(other.numerator));
        }

        double factor() {
            return new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                    .doubleValue();
        }
    }

    /**
     * Finds a unit by how it is written; upper and lower case matter.
     *
     * @param symbol such as {@code GiB}, {@code TB/s}, {@code %} or {@code /s}; empty for a plain number
     * @return the unit, or empty when a word is not in {@link #atoms()} or both sides of a quotient measure the same
     */
    public static Optional<Unit> find(String symbol) {
        Unit known = CATALOGUE.get(symbol);
        if (known != null) {
            return Optional.of(known);
        }
        if (symbol.isEmpty()) {
            return Optional.of(Unit.NONE);
        }
        int slash = symbol.indexOf('/');
        String above = slash < 0 ? symbol : symbol.substring(0, slash);
        Optional<Atom> numerator = slash == 0 ? Optional.of(Atom.ONE) : product(above);
        Optional<Atom> denominator = slash < 0 ? Optional.of(Atom.ONE) : product(symbol.substring(slash + 1));
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        Atom unit = numerator.get().dividedBy(denominator.get());
        double factor = unit.factor();
        if (unit.dimension().equals(NUMBER) || !(factor > 0) || Double.isInfinite(factor)) {
            return Optional.empty();
        }
        return Optional.of(new Unit(symbol, unit.dimension(), factor));
    }

    /** Reads a product of powers such as {@code B*s^2}. */
    private static Optional<Atom> product(String text) {
        Atom product = Atom.ONE;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('*', start);
            if (end < 0) {
                end = text.length();
            }
            String power = text.substring(start, end);
            int caret = power.indexOf('^');
            Atom atom = ATOMS.get(caret < 0 ? power : power.substring(0, caret));
            int exponent = caret < 0 ? 1 : exponent(power.substring(caret + 1));
            if (atom == null || exponent == 0) {
                return Optional.empty();
            }
            for (int i = 0; i < exponent; i++) {
                product = product.times(atom);
            }
            start = end + 1;
        }
        return Optional.of(product);
    }

    /** An exponent of one digit from 2; 0 when it is anything else. */
    private static int exponent(String digits) {
        return digits.length() == 1 && digits.charAt(0) >= '2' && digits.charAt(0) <= '9' ? digits.charAt(0) - '0' : 0;
    }

    /**
     * The words that units are made of, in the order of a manual; {@code %} and {@code /} are not words.
     *
     * @return such as {@code B}, {@code KiB}, {@code ms}, {@code TFLOP}
     */
    public static List<String> atoms() {
        return ATOM_NAMES;
    }

    /**
     * Every unit of a dimension that has a name: the words, {@code %}, and the quotients of two words.
     *
     * @return the units, the most usual of a dimension first
     */
    public static List<Unit> all() {
        return ALL;
    }

    /**
     * The units of one dimension, for proposals and messages.
     *
     * @param dimension what is measured
     * @return its units, the most usual first; the base unit alone for a dimension without a name
     */
    public static List<Unit> of(Dimension dimension) {
        List<Unit> units =
                ALL.stream().filter(unit -> unit.dimension().equals(dimension)).toList();
        return units.isEmpty() ? List.of(baseUnit(dimension)) : units;
    }

    /**
     * The unit whose symbol looks most like a misspelt one.
     *
     * @param symbol what was written, such as {@code Gib} or {@code TFLOPS}
     * @return the nearest symbol, such as {@code GiB} or {@code TFLOP/s}
     */
    public static String nearest(String symbol) {
        String spelled = symbol.strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
        if (spelled.toUpperCase(Locale.ROOT).endsWith("OPS")) {
            spelled = spelled.substring(0, spelled.length() - 1) + "/s";
        }
        String best = "";
        int least = Integer.MAX_VALUE;
        for (Unit unit : ALL) {
            int distance = distance(spelled, unit.symbol());
            if (distance < least) {
                least = distance;
                best = unit.symbol();
            }
        }
        return best;
    }

    /** Edit distance in which a letter in the wrong case costs 1, and any other edit 3. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = 3 * j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = 3 * i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + exchange(a.charAt(i - 1), b.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(change, 3 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static int exchange(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? 1 : 3;
    }

    /** Whether a design would write the unit so: {@code GiB/s}, but W rather than J/s. */
    static boolean isCatalogued(String symbol) {
        return CATALOGUE.containsKey(symbol);
    }

    /** The unit of factor 1: {@code B/s} for a bandwidth. */
    static Unit baseUnit(Dimension dimension) {
        return new Unit(dimension.baseSymbol(), dimension, 1);
    }

    /** The units in which results of a dimension are shown, ascending; bytes have two families, binary first. */
    static List<Unit> ladder(Dimension dimension) {
        List<Unit> ladder = LADDERS.get(dimension);
        return ladder != null ? ladder : List.of(baseUnit(dimension));
    }

    /** The unit in which nothing is shown: the base unit, unless nobody uses it, as USD/s. */
    static Unit zeroUnit(Dimension dimension) {
        List<Unit> ladder = ladder(dimension);
        return ladder.stream().filter(unit -> unit.factor() == 1).findFirst().orElse(ladder.getFirst());
    }

    private static Map<String, Atom> atomTable() {
        Map<String, Atom> atoms = new LinkedHashMap<>();
        List<String> prefixes = List.of("", "K", "M", "G", "T", "P");
        for (int i = 0; i < prefixes.size(); i++) {
            atoms.put(prefixes.get(i) + (i == 0 ? "B" : "iB"), Atom.of(BYTES, KIBI.pow(i)));
        }
        for (int i = 1; i < prefixes.size(); i++) {
            atoms.put(prefixes.get(i) + "B", Atom.of(BYTES, THOUSAND.pow(i)));
        }
        atoms.put("bit", Atom.part(BYTES, BigInteger.valueOf(8)));
        atoms.put("s", Atom.of(TIME, BigInteger.ONE));
        atoms.put("ms", Atom.part(TIME, THOUSAND));
        atoms.put("us", Atom.part(TIME, THOUSAND.pow(2)));
        atoms.put("ns", Atom.part(TIME, THOUSAND.pow(3)));
        atoms.put("min", Atom.of(TIME, BigInteger.valueOf(60)));
        atoms.put("h", Atom.of(TIME, BigInteger.valueOf(3600)));
        atoms.put("d", Atom.of(TIME, BigInteger.valueOf(86_400)));
        for (String operation : List.of("FLOP", "OP")) {
            for (int i = 0; i < prefixes.size(); i++) {
                atoms.put(prefixes.get(i) + operation, Atom.of(OPERATIONS, THOUSAND.pow(i)));
            }
        }
        atoms.put("pJ", Atom.part(ENERGY, THOUSAND.pow(4)));
        atoms.put("nJ", Atom.part(ENERGY, THOUSAND.pow(3)));
        atoms.put("uJ", Atom.part(ENERGY, THOUSAND.pow(2)));
        atoms.put("mJ", Atom.part(ENERGY, THOUSAND));
        atoms.put("J", Atom.of(ENERGY, BigInteger.ONE));
        atoms.put("kJ", Atom.of(ENERGY, THOUSAND));
        atoms.put("Wh", Atom.of(ENERGY, BigInteger.valueOf(3600)));
        atoms.put("kWh", Atom.of(ENERGY, BigInteger.valueOf(3_600_000)));
        atoms.put("mW", Atom.part(POWER, THOUSAND));
        atoms.put("W", Atom.of(POWER, BigInteger.ONE));
        atoms.put("kW", Atom.of(POWER, THOUSAND));
        atoms.put("USD", Atom.of(MONEY, BigInteger.ONE));
        atoms.put("tokens", Atom.of(TOKENS, BigInteger.ONE));
        return Collections.unmodifiableMap(atoms);
    }

    private static Map<String, Unit> catalogueTable() {
        Map<String, Unit> units = new LinkedHashMap<>();
        ATOMS.forEach((symbol, atom) -> units.put(symbol, new Unit(symbol, atom.dimension(), atom.factor())));
        units.put(Unit.PERCENT.symbol(), Unit.PERCENT);
        // By divisor first, so that for every dimension the units per second, byte, operation lead.
        ATOMS.forEach((below, divisor) -> {
            addQuotient(units, "", Atom.ONE, below, divisor);
            ATOMS.forEach((above, dividend) -> addQuotient(units, above, dividend, below, divisor));
        });
        return Collections.unmodifiableMap(units);
    }

    private static void addQuotient(Map<String, Unit> units, String above, Atom dividend, String below, Atom divisor) {
        Atom quotient = dividend.dividedBy(divisor);
        Dimension dimension = quotient.dimension();
        // kWh/h is a power and J/W a time, but nobody looks for them in a list.
        boolean roundabout = divisor.dimension().equals(POWER)
                || (dividend.dimension().equals(ENERGY) && dimension.equals(POWER))
                || dimension.equals(NUMBER);
        if (dimension.isNamed() && !roundabout) {
            String symbol = above + "/" + below;
            units.put(symbol, new Unit(symbol, dimension, quotient.factor()));
        }
    }

    private static Map<Dimension, List<Unit>> ladderTable() {
        return Map.ofEntries(
                Map.entry(NUMBER, List.of(Unit.NONE)),
                ladder(BYTES, "B KiB MiB GiB TiB PiB KB MB GB TB PB"),
                ladder(TIME, "ns us ms s min h d"),
                ladder(BANDWIDTH, "B/s KB/s MB/s GB/s TB/s PB/s KiB/s MiB/s GiB/s TiB/s PiB/s"),
                ladder(OPERATIONS, "FLOP KFLOP MFLOP GFLOP TFLOP PFLOP"),
                ladder(COMPUTE, "FLOP/s KFLOP/s MFLOP/s GFLOP/s TFLOP/s PFLOP/s"),
                ladder(ENERGY, "pJ nJ uJ mJ J kJ kWh"),
                ladder(POWER, "mW W kW"),
                ladder(ENERGY_PER_BYTE, "pJ/bit nJ/bit uJ/bit mJ/bit J/bit"),
                ladder(ENERGY_PER_OPERATION, "pJ/FLOP nJ/FLOP uJ/FLOP mJ/FLOP J/FLOP"),
                ladder(MONEY_PER_TIME, "USD/h"),
                ladder(MONEY_PER_BYTE, "USD/GB USD/GiB"),
                ladder(MONEY_PER_ENERGY, "USD/kWh"));
    }

    private static Map.Entry<Dimension, List<Unit>> ladder(Dimension dimension, String symbols) {
        List<Unit> units = new ArrayList<>();
        for (String symbol : symbols.split(" ", -1)) {
            units.add(find(symbol).orElseThrow());
        }
        return Map.entry(dimension, List.copyOf(units));
    }
}
