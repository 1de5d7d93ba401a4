/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

/** Designs that a user would write, all in canonical form. */
final class Golden {
    static final String A100 = """
            /** NVIDIA A100 80 GB SXM: figures from the vendor's data sheet. */
            package nvidia

            hardware A100_80G {
              compute gpu {
                peak fp16 312 TFLOP/s
                peak int8 624 TOP/s
              }
              tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
              tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
              tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
              tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
              link pcie : hbm <-> dram { bandwidth 31.5 GB/s latency 3 us }
              link nvme : dram <-> ssd { bandwidth 7 GB/s }
            }
            """;

    static final String LLAMA = """
            package meta

            model Llama2_7B {
              layers 32  hidden 4096  heads 32  kv_heads 32  ffn 11008 gated  vocab 32000  context 4096  weights fp16
            }

            model Llama3_8B {
              layers 32  hidden 4096  heads 32  kv_heads 8  ffn 14336 gated  vocab 128256  context 8192  weights fp16
            }

            model Llama2_70B {
              layers 80  hidden 8192  heads 64  kv_heads 8  ffn 28672 gated  vocab 32000  context 4096  weights fp16
            }
            """;

    static final String SHOOTOUT = """
            /** Which KV cache design serves the most conversations on one A100? */
            package shootout

            import nvidia.*
            import meta.*

            memory FullCache for kv { store cache : kv() in hbm }

            memory PagedAttention for kv {
              store cache : pages(size: 16 tokens, table: block, share: prefix) in hbm
              on full     : preempt(recompute)
            }

            memory H2O for kv {
              param budget = 20%
              store cache : kv() in hbm
              keep cache  : recent(budget / 2), top(budget / 2, by: attention(sum))
            }

            memory KIVI for kv {
              store cache    : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in hbm
              store residual : kv() in hbm
              keep residual  : recent(128 tokens) else move(to: cache)
            }

            workload Conversations {
              requests 2000
              arrival poisson(20 /s)
              prompt  lognormal(mean: 1024 tokens, cv: 1.2)
              output  lognormal(mean: 220 tokens, cv: 0.8)
              seed 42
            }

            experiment Shootout {
              on A100_80G
              model Llama2_7B
              workload Conversations
              compare FullCache, PagedAttention, H2O(budget: 20%), KIVI
              measure throughput, ttft(p50, p99), tpot(p50, p99), peak(hbm), traffic(hbm), energy
              expect PagedAttention.throughput >= FullCache.throughput
              expect H2O.throughput >= FullCache.throughput
              expect KIVI.throughput >= 1.5 * FullCache.throughput
            }
            """;

    static final String TRIP = """
            /** A task-memory tree and two ways to build a step's prompt from it. */
            package trip

            task PlanTrip {
              goal "Book a trip to Kyoto within 2000 USD"
              step flight "Find and book a flight" {
                in dates, budget
                out ticket
                step search "Search flights"
                step choose "Choose one" after search
              }
              step hotel  "Book a hotel"        after flight uses flight.ticket
              step report "Write the itinerary" uses flight.ticket, hotel
            }

            memory Transcript for task {
              store log  : text() in dram
              on prompt  : all(log)
            }

            memory TME for task {
              store tree : tree() in dram
              on prompt  : path(active) |> with(siblings(summary))
              on done    : summarise(step)
              on fail    : rollback(to: parent)
            }
            """;

    static final String AGENT = """
            /** Two agent memories over the same dialogues: how often is the evidence among the first k recalled? */
            package companion

            memory Recent for agent {
              store log : text() in dram
              on write(turn)   : log.add(turn)
              on recall(query) : log.recent(k: 10)
            }

            memory MemoryBank for agent {
              store events  : vectors(embed: minilm) in dram
              store profile : text()
              on write(turn)    : events.add(turn, strength: 1)
              on session_end    : summarise(events.session) |> profile.merge()
              on recall(query)  : events.nearest(query, k: 10) |> reinforce(by: 1) |> with(profile)
              keep events       : where(exp(-age / (strength * 30 d)) > 0.05)
            }

            workload Chats { dialogue from locomo("../data/locomo/locomo10.json") }

            experiment Remember {
              workload Chats
              compare Recent, MemoryBank
              measure recall(5), recall(10), mrr, recall_latency(p50, p99), stored(bytes)
              expect MemoryBank.recall(10) > Recent.recall(10)
            }
            """;

    private Golden() {}
}
