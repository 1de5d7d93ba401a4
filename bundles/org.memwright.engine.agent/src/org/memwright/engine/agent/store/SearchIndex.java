/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;

/**
 * The terms of items, searched by BM25, and their vectors in a graph of near neighbours (HNSW).
 *
 * <p>Source: S. Robertson, H. Zaragoza, <cite>The Probabilistic Relevance Framework: BM25 and Beyond</cite>, 2009; Y. Malkov,
 * D. Yashunin, <cite>Efficient and Robust Approximate Nearest Neighbor Search Using HNSW Graphs</cite>, 2018.
 *
 * <p>State: one writer; segments are merged on its thread, in a fixed order, so that scores repeat. Searching after writing first
 * makes what was written visible.
 */
final class SearchIndex implements AutoCloseable {
    /** Lucene warns once which instructions of the processor it does without; held here so that the level stays. */
    private static final Logger VECTORISATION = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        VECTORISATION.setLevel(Level.SEVERE);
    }

    private static final String TEXT = "text";
    private static final String NUMBER = "number";
    private static final String KEY = "key";
    private static final String VECTOR = "vector";
    private static final double WRITE_BUFFER_MIB = 64;

    private final IndexWriter writer;
    private final float k1;
    private final float b;
    private DirectoryReader reader;
    private IndexSearcher searcher;
    private boolean dirty;

    SearchIndex(Directory directory, Analyzer analyzer, double k1, double b) throws IOException {
        this.k1 = (float) k1;
        this.b = (float) b;
        var config = new IndexWriterConfig(analyzer)
                .setMergeScheduler(new SerialMergeScheduler())
                .setSimilarity(new BM25Similarity(this.k1, this.b))
                .setRAMBufferSizeMB(WRITE_BUFFER_MIB)
                .setCommitOnClose(false);
        writer = new IndexWriter(directory, config);
        reader = DirectoryReader.open(writer);
        searcher = searcher(reader);
    }

    private IndexSearcher searcher(DirectoryReader over) {
        var made = new IndexSearcher(over);
        made.setSimilarity(new BM25Similarity(k1, b));
        made.setQueryCache(null);
        return made;
    }

    /** @param vector null for none */
    void add(int number, String text, float @org.jspecify.annotations.Nullable [] vector, boolean replace) {
        var document = new Document();
        document.add(new TextField(TEXT, text, Field.Store.NO));
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(new StringField(KEY, Integer.toString(number), Field.Store.NO));
        if (vector != null) {
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        try {
            if (replace) {
                writer.updateDocument(new Term(KEY, Integer.toString(number)), document);
            } else {
                writer.addDocument(document);
            }
            dirty = true;
        } catch (IOException failed) {
            throw new UncheckedIOException("the index of a store cannot be written", failed);
        }
    }

    void remove(int number) {
        try {
            writer.deleteDocuments(new Term(KEY, Integer.toString(number)));
            dirty = true;
        } catch (IOException failed) {
            throw new UncheckedIOException("the index of a store cannot be written", failed);
        }
    }

    /**
     * The items that share terms with a query.
     *
     * @param terms of the query; one that comes twice counts twice
     */
    Hits lexical(List<String> terms, int k) {
        var query = new BooleanQuery.Builder();
        for (String term : terms.size() > 1000 ? terms.subList(0, 1000) : terms) {
            query.add(new TermQuery(new Term(TEXT, term)), BooleanClause.Occur.SHOULD);
        }
        return search(query.build(), k, 0);
    }

    /** The items whose vectors are nearest, approximately. */
    Hits nearest(float[] vector, int k) {
        return search(new KnnFloatVectorQuery(VECTOR, vector, k), k, Double.NaN);
    }

    private Hits search(Query query, int k, double rest) {
        try {
            refresh();
            int most = Math.max(1, Math.min(k, Math.max(1, reader.maxDoc())));
            TopDocs top = searcher.search(query, most);
            int[] numbers = new int[top.scoreDocs.length];
            double[] scores = new double[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                ScoreDoc hit = top.scoreDocs[i];
                numbers[i] = number(hit.doc);
                scores[i] = Double.isNaN(rest) ? 2 * (double) hit.score - 1 : hit.score;
            }
            return new Hits(numbers, scores, Double.isNaN(rest) && scores.length > 0 ? scores[scores.length - 1] : 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("the index of a store cannot be read", failed);
        }
    }

    private int number(int document) throws IOException {
        var leaves = reader.leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues values = leaf.reader().getNumericDocValues(NUMBER);
        if (values == null || !values.advanceExact(document - leaf.docBase)) {
            throw new IOException("a document of the index has no number");
        }
        return (int) values.longValue();
    }

    private void refresh() throws IOException {
        if (dirty) {
            DirectoryReader next = DirectoryReader.openIfChanged(reader, writer);
            if (next != null) {
                reader.close();
                reader = next;
                searcher = searcher(reader);
            }
            dirty = false;
        }
    }

    /** In how many items each term of a query stands, summed: what a search reads. */
    long postings(List<String> terms) {
        try {
            refresh();
            long sum = 0;
            for (String term : terms) {
                sum += reader.docFreq(new Term(TEXT, term));
            }
            return sum;
        } catch (IOException failed) {
            throw new UncheckedIOException("the index of a store cannot be read", failed);
        }
    }

    /** Makes what was written last beyond the end of the process, with a remark. */
    void commit(String key, String value) throws IOException {
        writer.setLiveCommitData(Map.of(key, value).entrySet());
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.rollback();
    }
}
