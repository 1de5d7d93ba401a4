/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memwright.chat.ChatModel;
import org.memwright.engine.agent.embed.CachedEmbedder;
import org.memwright.engine.agent.embed.Embedder;
import org.memwright.engine.agent.embed.HashEmbedder;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.program.Action;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.program.ItemMemory;
import org.memwright.engine.agent.program.Ledger;
import org.memwright.engine.agent.program.Memory;
import org.memwright.engine.agent.program.Moment;
import org.memwright.engine.agent.program.Operation;
import org.memwright.engine.agent.program.Selector;
import org.memwright.engine.agent.program.Services;
import org.memwright.engine.agent.text.Analysis;
import org.memwright.engine.agent.text.TokenCounter;
import org.memwright.engine.agent.workload.Episode;
import org.memwright.engine.agent.workload.EpisodeSource;
import org.memwright.runtime.CacheFolder;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.meter.StoreMeter;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/**
 * One run: every dialogue or collection of the workload is lived through by a memory of its own, and what it recalls for its
 * questions is compared with the evidence.
 *
 * <p>Keep rules are applied before each question and at the end of each session, which is when it could matter what they dropped.
 */
final class AgentRun implements Services, AutoCloseable {
    private static final String WRITE = "write";
    private static final String RECALL = "recall";
    private static final String SESSION_END = "session_end";
    private static final String DAY_END = "day_end";
    private static final String OUTCOME = "outcome";
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final double NANOS = 1e9;

    private final RunPlan plan;
    private final RunSink sink;
    private final AgentDesign design;
    private final StoreMeter ledger;
    private final Optional<ChatModel> chat = ChatModel.configured(CacheFolder.path());
    private final TokenCounter tokens = new TokenCounter();
    private final Map<String, Embedder> embedders = new LinkedHashMap<>();
    private final Map<String, Long> counters = new LinkedHashMap<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final List<Recollection> recollections = new ArrayList<>();
    private final List<Double> writeSeconds = new ArrayList<>();
    private final Map<String, Integer> series = new LinkedHashMap<>();
    private final long[] operations = new long[Operation.values().length];
    private final AnswerJudge answers = new AnswerJudge();
    private long textBytesOfSecondHalf;
    private long storedBytesOfFirstHalf;
    private long storedLinks;
    private int unanswerable;
    private int unanswerableAbstained;
    private long textBytes;
    private long storedBytes;
    private long storedItems;
    private final Map<String, Long> tierBytes = new LinkedHashMap<>();
    private long writtenBytes;
    private int asked;
    private int abstained;
    private int forgotten;
    private int forgottenPieces;
    private int forgottenNeeded;

    AgentRun(RunPlan plan, RunSink sink) {
        this.plan = plan;
        this.sink = sink;
        design = new AgentDesign(plan.memory());
        ledger = new StoreMeter(plan.machine());
    }

    // ── services ────────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Embedder embedder(String model) {
        return embedders.computeIfAbsent(model, name -> switch (name) {
            case "minilm" -> CachedEmbedder.miniLm(CacheFolder.path());
            case "hash" -> new HashEmbedder();
            default ->
                throw new IllegalArgumentException(
                        "there is no embedding model '" + name + "'; there are minilm, hash");
        });
    }

    @Override
    public Optional<ChatModel> chat() {
        return chat;
    }

    @Override
    public Ledger ledger() {
        return ledger::charge;
    }

    @Override
    public int tokens(String text) {
        return tokens.count(text);
    }

    @Override
    public void count(String what, long more) {
        counters.merge(what, more, Long::sum);
    }

    @Override
    public void performed(Operation operation) {
        operations[operation.ordinal()]++;
    }

    @Override
    public void method(String text) {
        methods.add(text);
    }

    // ── the run ─────────────────────────────────────────────────────────────────────────────────────────────

    void run() throws RunFailure {
        List<String> remarks = new ArrayList<>();
        List<Episode> episodes = source().read(plan.seed(), remarks);
        episodes = limited(episodes);
        long work = 0;
        for (Episode episode : episodes) {
            work += episode.pieces().size() + (long) episode.questions().size();
        }
        long begun = 0;
        long done = 0;
        for (Episode episode : episodes) {
            if (sink.cancelled()) {
                sink.note(new RunSink.Note(
                        RunSink.NoteKind.WARNING, "The run was stopped before dialogue " + episode.name() + "."));
                break;
            }
            begun = new Living(episode, begun).live(done, work);
            done += episode.pieces().size() + (long) episode.questions().size();
        }
        chat.filter(model -> model.answered() > 0)
                .ifPresent(model -> methods.add("Language model " + model.model() + ": " + model.answered()
                        + " requests, " + model.refused() + " refused."));
        remarks.forEach(remark -> sink.note(new RunSink.Note(RunSink.NoteKind.METHOD, remark)));
        methods.forEach(method -> sink.note(new RunSink.Note(RunSink.NoteKind.METHOD, method)));
        counters.forEach((what, count) -> sink.note(new RunSink.Note(RunSink.NoteKind.METHOD, what + ": " + count)));
        sink.note(new RunSink.Note(
                RunSink.NoteKind.METHOD,
                "What is written, forgotten and recalled was computed by running. Times, traffic and energy follow from counted operations and bytes on "
                        + plan.machine().name() + "; none is measured."));
        for (String left : plan.defaults()) {
            sink.note(new RunSink.Note(RunSink.NoteKind.DEFAULT, left));
        }
        new AgentReport(plan, ledger, this).emit(sink, Math.max(0, begun - 1));
    }

    private EpisodeSource source() throws RunFailure {
        for (String kind : List.of("dialogue", "documents")) {
            Optional<Value> value = plan.workload().property(kind);
            if (value.isPresent() && value.get() instanceof MechanismCall call) {
                return Mechanisms.create(EpisodeSource.class, "agent", MechanismKind.SOURCE, call);
            }
        }
        throw new RunFailure("workload " + plan.workload().name()
                + " has neither dialogue nor documents; write dialogue from locomo(\"FILE\")");
    }

    private List<Episode> limited(List<Episode> episodes) {
        Optional<Value> limit = plan.workload().property("limit");
        if (limit.isEmpty() || !(limit.get() instanceof Value.Amount amount)) {
            return episodes;
        }
        int most = (int) Math.min(Integer.MAX_VALUE, amount.quantity().base());
        return episodes.subList(0, Math.min(most, episodes.size()));
    }

    /** One memory and what it lives through. */
    private final class Living {
        private final Episode episode;
        private final long begun;
        private final Map<String, Memory> memories;
        private final Map<Integer, Integer> forgottenAt = new LinkedHashMap<>();
        private int asking;

        /** @param begun simulated time when the first piece comes in */
        Living(Episode episode, long begun) {
            this.episode = episode;
            this.begun = begun;
            this.memories = design.memories(AgentRun.this);
        }

        /** @return simulated time when all was asked */
        long live(long doneBefore, long work) {
            long first =
                    episode.pieces().isEmpty() ? 0 : episode.pieces().getFirst().timeNanos();
            long now = first;
            long done = doneBefore;
            int written = 0;
            for (Piece piece : episode.pieces()) {
                if (sink.cancelled()) {
                    break;
                }
                done += ask(written, doneBefore, work);
                if (written > 0) {
                    endOf(episode.pieces().get(written - 1), piece);
                }
                now = Math.max(now, piece.timeNanos());
                write(piece);
                written++;
                growth(piece, written);
                done++;
                sink.progress((double) done / work, begun + now - first);
                if (written % 64 == 0 || written == episode.pieces().size()) {
                    sample(begun + now - first);
                }
            }
            if (written > 0) {
                Piece last = episode.pieces().get(written - 1);
                happen(SESSION_END, Piece.of("", last.timeNanos(), last.session()));
                happen(DAY_END, Piece.of("", last.timeNanos(), last.session()));
            }
            ask(written, doneBefore + written, work);
            forget(now, "");
            for (Memory memory : memories.values()) {
                storedBytes += memory.storedBytes();
                storedItems += memory.storedItems();
                storedLinks += memory.storedLinks();
                memory.tierBytes().forEach((tier, bytes) -> tierBytes.merge(ledger.tierName(tier), bytes, Long::sum));
                writtenBytes += memory.writtenBytes();
                memory.close();
            }
            judgeForgetting();
            return begun + now - first + 1;
        }

        private void growth(Piece piece, int written) {
            int half = episode.pieces().size() / 2;
            if (written > half) {
                textBytesOfSecondHalf += textBytes(piece);
            } else if (written == half) {
                for (Memory memory : memories.values()) {
                    storedBytesOfFirstHalf += memory.storedBytes();
                }
            }
        }

        private static int textBytes(Piece piece) {
            return piece.spoken().getBytes(StandardCharsets.UTF_8).length;
        }

        private void endOf(Piece before, Piece next) {
            if (before.session() != next.session()) {
                happen(SESSION_END, Piece.of("", before.timeNanos(), before.session()));
            }
            if (Math.floorDiv(before.timeNanos(), NANOS_PER_DAY) != Math.floorDiv(next.timeNanos(), NANOS_PER_DAY)) {
                happen(DAY_END, Piece.of("", before.timeNanos(), before.session()));
            }
        }

        private void write(Piece piece) {
            textBytes += textBytes(piece);
            perform(WRITE, piece);
            forget(piece.timeNanos(), WRITE);
            writeSeconds.add(ledger.takeNanos() / NANOS);
        }

        private void happen(String event, Piece subject) {
            if (event.equals(SESSION_END) || design.handles(event)) {
                perform(event, subject);
                forget(subject.timeNanos(), event);
                ledger.takeNanos();
            }
        }

        private Flow perform(String event, Piece subject) {
            return perform(event, subject, Flow.of(List.of(Found.of(subject))));
        }

        /** @param brought what the variables of its handlers stand for */
        private Flow perform(String event, Piece subject, Flow brought) {
            Flow given = Flow.EMPTY;
            for (AgentDesign.Handler handler : design.handlers()) {
                if (handler.event().equals(event)) {
                    Map<String, Flow> variables = new LinkedHashMap<>();
                    for (String variable : handler.variables()) {
                        variables.put(variable, brought);
                    }
                    var moment = new Moment(
                            memories, event, subject, variables, subject.timeNanos(), subject.session(), AgentRun.this);
                    for (Action action : handler.actions()) {
                        given = action.perform(Flow.EMPTY, moment);
                    }
                }
            }
            return given;
        }

        /** Applies the keep rules of an event and those of always, which need not be applied at every write. */
        private void forget(long now, String event) {
            for (AgentDesign.Keep keep : design.keeps()) {
                boolean due = keep.event().isEmpty()
                        ? !event.equals(WRITE)
                        : keep.event().equals(event);
                if (due && memories.get(keep.store()) instanceof ItemMemory memory) {
                    var kept = new BitSet();
                    for (Selector selector : keep.selectors()) {
                        kept.or(selector.kept(memory, now));
                    }
                    drop(memory, kept, keep, now);
                }
            }
        }

        private void drop(ItemMemory memory, BitSet kept, AgentDesign.Keep keep, long now) {
            ledger.charge(
                    "keep rule of " + memory.name(),
                    8.0 * memory.store().liveCount(),
                    memory.tier(),
                    1,
                    32.0 * memory.store().liveCount(),
                    0);
            for (int number : memory.store().live()) {
                if (!kept.get(number)) {
                    Found found = memory.found(number, 0);
                    if (keep.overflow() != null) {
                        var moment = new Moment(
                                memories,
                                "full",
                                found.piece(),
                                Map.of(),
                                now,
                                found.piece().session(),
                                AgentRun.this);
                        keep.overflow().perform(Flow.of(List.of(found)), moment);
                    } else {
                        performed(Operation.DELETE);
                        found.piece().origins().forEach(origin -> forgottenAt.putIfAbsent(origin, asking));
                    }
                    memory.remove(number);
                    forgotten++;
                }
            }
        }

        /** Asks what is due after so many pieces. */
        private int ask(int written, long done, long work) {
            int before = asking;
            boolean last = written == episode.pieces().size();
            while (asking < episode.questions().size()
                    && (last || episode.questions().get(asking).after() <= written)
                    && !sink.cancelled()) {
                Episode.Question question = episode.questions().get(asking);
                forget(question.timeNanos(), RECALL);
                ledger.takeNanos();
                Flow answer = perform(RECALL, Piece.of(question.text(), question.timeNanos(), Integer.MAX_VALUE));
                double seconds = ledger.takeNanos() / NANOS;
                asking++;
                asked++;
                judge(question, answer, seconds);
                tell(question, answer);
                sink.progress((double) Math.min(work, done + asking) / work, begun);
            }
            return asking - before;
        }

        /** Says which of the items that were recalled held the answer. */
        private void tell(Episode.Question question, Flow answer) {
            if (!design.handles(OUTCOME)) {
                return;
            }
            List<Found> useful = new ArrayList<>();
            for (Found found : answer.items()) {
                if (found.piece().origins().stream().anyMatch(question.evidence()::contains)) {
                    useful.add(found);
                }
            }
            Piece subject = Piece.of(question.text(), question.timeNanos(), Integer.MAX_VALUE);
            perform(OUTCOME, subject, Flow.of(useful));
            ledger.takeNanos();
        }

        private void judge(Episode.Question question, Flow answer, double seconds) {
            List<Integer> order = new ArrayList<>();
            Set<Integer> seen = new HashSet<>();
            int prompt = 0;
            for (Found found : answer.items()) {
                prompt += tokens.count(found.piece().spoken());
                for (int origin : found.piece().origins()) {
                    if (seen.add(origin)) {
                        order.add(origin);
                    }
                }
            }
            abstained += answer.items().isEmpty() ? 1 : 0;
            if (!question.answerable()) {
                unanswerable++;
                unanswerableAbstained += answer.items().isEmpty() ? 1 : 0;
            }
            if (isAsked(AgentMetric.ANSWER_F1)) {
                chat.ifPresent(model -> answers.answer(model, question, answer));
            }
            List<Integer> places = new ArrayList<>();
            int firstStale = Integer.MAX_VALUE;
            for (int i = 0; i < order.size(); i++) {
                if (question.evidence().contains(order.get(i))) {
                    places.add(i + 1);
                }
                if (firstStale == Integer.MAX_VALUE && question.outdated().contains(order.get(i))) {
                    firstStale = i + 1;
                }
            }
            int firstFresh = places.isEmpty() ? Integer.MAX_VALUE : places.getFirst();
            recollections.add(new Recollection(
                    places.stream().mapToInt(Integer::intValue).toArray(),
                    question.evidence().size(),
                    !question.outdated().isEmpty(),
                    firstStale < firstFresh,
                    order.size(),
                    prompt,
                    seconds,
                    question.evidence(),
                    !question.answer().isEmpty(),
                    holds(answer, question.answer()),
                    tokensOf(question.evidence()),
                    tokensOf(question.evidence().stream().filter(seen::contains).toList())));
        }

        private int tokensOf(Collection<Integer> pieces) {
            return pieces.stream()
                    .mapToInt(piece -> tokens.count(episode.pieces().get(piece).spoken()))
                    .sum();
        }

        private static boolean holds(Flow recalled, String answer) {
            String wanted = " " + Analysis.normalise(answer) + " ";
            return recalled.items().stream()
                    .anyMatch(found -> (" " + Analysis.normalise(found.piece().spoken()) + " ").contains(wanted));
        }

        private void judgeForgetting() {
            for (var each : forgottenAt.entrySet()) {
                forgottenPieces++;
                List<Episode.Question> later = episode.questions()
                        .subList(each.getValue(), episode.questions().size());
                forgottenNeeded += later.stream().anyMatch(q -> q.evidence().contains(each.getKey())) ? 1 : 0;
            }
        }

        private void sample(long nanos) {
            for (Memory memory : memories.values()) {
                int number = series.computeIfAbsent(
                        memory.name(),
                        name -> sink.series(
                                new RunSink.Series(RunSink.SeriesKind.STORE_OCCUPANCY, name, "B", Double.NaN)));
                sink.sample(number, nanos, (double) memory.storedBytes());
            }
        }
    }

    private boolean isAsked(AgentMetric metric) {
        return plan.measures().stream()
                .anyMatch(call -> call.name().equals(metric.word().name()));
    }

    // ── results ─────────────────────────────────────────────────────────────────────────────────────────────

    /** What was recalled for the questions that name evidence. */
    List<Recollection> judged() {
        return recollections.stream().filter(r -> r.evidence() > 0).toList();
    }

    List<Recollection> recollections() {
        return recollections;
    }

    double[] writeSeconds() {
        return writeSeconds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] recallSeconds() {
        return recollections.stream().mapToDouble(Recollection::seconds).toArray();
    }

    long performedSoFar(Operation operation) {
        return operations[operation.ordinal()];
    }

    long storedLinks() {
        return storedLinks;
    }

    /** Bytes that the stores grew by after the first half of each dialogue. */
    long grownBytes() {
        return storedBytes - storedBytesOfFirstHalf;
    }

    long textBytesOfSecondHalf() {
        return textBytesOfSecondHalf;
    }

    int unanswerable() {
        return unanswerable;
    }

    int unanswerableAbstained() {
        return unanswerableAbstained;
    }

    AnswerJudge answers() {
        return answers;
    }

    long textBytes() {
        return textBytes;
    }

    long storedBytes() {
        return storedBytes;
    }

    long storedItems() {
        return storedItems;
    }

    /** What stores and their indexes kept in a tier at the end. */
    long tierBytes(String tier) {
        return tierBytes.getOrDefault(tier, 0L);
    }

    long writtenBytes() {
        return writtenBytes;
    }

    int asked() {
        return asked;
    }

    int abstained() {
        return abstained;
    }

    int forgotten() {
        return forgotten;
    }

    int forgottenPieces() {
        return forgottenPieces;
    }

    int forgottenNeeded() {
        return forgottenNeeded;
    }

    @Override
    public void close() {
        embedders.values().forEach(Embedder::close);
    }
}
