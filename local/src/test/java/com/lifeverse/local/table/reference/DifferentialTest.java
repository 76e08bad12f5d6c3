package com.lifeverse.local.table.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.table.parse.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The engine and the reference evaluator say the same of random expressions and items. {@code -Dlifeverse.cases=N} plays
 * that many cases, {@code -Dlifeverse.seed=S} others than usual; a difference names the seed that repeats it alone.
 */
@Tag("adapters")
class DifferentialTest {
    private static final long CASES = Long.getLong("lifeverse.cases", 20_000);
    private static final long SEED = Long.getLong("lifeverse.seed", 1);
    private static final int QUERIES_A_SHELF = 200;
    private static final int TOLD = 5;

    private final Subject subject = new Subject();
    private final List<String> differences = new ArrayList<>();
    private long refused;
    private @Nullable Shelf shelf;
    private long shelfSeed;

    @Test
    void theEngineAgreesWithThePlainEvaluator() {
        for (long i = 0; i < CASES && differences.size() < TOLD; i++) {
            play(SEED * 1_000_000_007L + i, i);
        }
        assertThat(differences).isEmpty();
        assertThat(refused).as("cases that both refuse").isBetween(CASES / 100, CASES / 2);
    }

    private void play(long seed, long number) {
        var draw = new Draw(seed);
        switch ((int) (number % 20)) {
            case 0, 1, 2, 3, 4, 5 -> test(seed, draw, Kind.CONDITION);
            case 6, 7 -> test(seed, draw, Kind.FILTER);
            case 8, 9, 10, 11, 12, 13, 14 -> update(seed, draw);
            case 15, 16 -> projection(seed, draw);
            default -> query(seed, draw, number);
        }
    }

    private void test(long seed, Draw draw, Kind kind) {
        var item = draw.item();
        var test = draw.test(item, 3);
        var writer = new Writer(draw);
        var text = writer.test(test);
        compare(
                seed,
                text,
                writer,
                item,
                subject.test(kind, text, writer, item),
                () -> Judge.refuses(test) ? null : Judge.holds(test, item));
    }

    private void update(long seed, Draw draw) {
        var item = draw.item();
        var actions = draw.actions(item);
        var writer = new Writer(draw);
        var text = writer.update(actions);
        compare(seed, text, writer, item, subject.update(text, writer, item), () -> {
            try {
                return Changes.made(actions, item);
            } catch (Changes.Refused e) {
                return null;
            }
        });
    }

    private void projection(long seed, Draw draw) {
        var item = draw.item();
        var paths = draw.paths(item);
        var writer = new Writer(draw);
        var text = writer.projection(paths);
        compare(
                seed,
                text,
                writer,
                item,
                subject.projection(text, writer, item),
                () -> Extract.refuses(paths) ? null : Extract.of(paths, item));
    }

    private void compare(
            long seed,
            String text,
            Writer writer,
            Map<String, Object> item,
            Subject.Outcome engine,
            Supplier<@Nullable Object> reference) {
        var expected = reference.get();
        boolean agree = switch (engine) {
            case Subject.Refused _ -> expected == null;
            case Subject.Result(var value) -> expected != null && Plain.same(value, expected);
        };
        refused += expected == null ? 1 : 0;
        if (!agree) {
            differences.add("seed " + seed + "\n  expression " + text + "\n  names " + writer.names() + "\n  values "
                    + writer.values() + "\n  item " + item + "\n  engine " + engine + "\n  reference "
                    + (expected == null ? "refused" : expected));
        }
    }

    private void query(long seed, Draw draw, long number) {
        var onShelf = shelf(number);
        var view = draw.one(Shelf.VIEWS);
        var writer = new Writer(draw);
        var hash = draw.one(view.hash().equals("p") ? List.of("x", "y", "z") : List.of("u", "v"));
        var narrowed = draw.chance(70) ? narrowed(draw, onShelf, view) : null;
        var hashTest = new Tree.Compare("=", new Tree.PathTo(List.of(view.hash())), new Tree.Literal(hash));
        var keys = narrowed == null ? hashTest : new Tree.Both(hashTest, narrowed);
        boolean isForward = draw.chance(60);
        var request = QueryRequest.builder()
                .tableName("shelf")
                .indexName(view.index().isEmpty() ? null : view.index())
                .keyConditionExpression(writer.test(keys))
                .scanIndexForward(isForward)
                .limit(draw.chance(50) ? 1 + draw.below(10) : null);
        var sample = draw.one(onShelf.items());
        var filter = draw.chance(40) ? draw.test(plainly(sample), 1) : null;
        if (filter != null) {
            request.filterExpression(writer.test(filter));
        }
        request.expressionAttributeNames(writer.names().isEmpty() ? null : writer.names())
                .expressionAttributeValues(Bridge.sdk(writer.values()));
        var found = onShelf.engine(request);
        boolean isRefused = Judge.refuses(keys) || (filter != null && Judge.refuses(filter));
        var expected = isRefused
                ? null
                : onShelf.reference(view, hash, narrowed, isForward).stream()
                        .filter(item -> filter == null || Judge.holds(filter, item))
                        .toList();
        refused += expected == null ? 1 : 0;
        if (!agree(view, found, expected)) {
            differences.add("seed " + seed + " on the shelf of seed " + shelfSeed + "\n  request " + request.build()
                    + "\n  engine " + found + "\n  reference " + expected);
        }
    }

    private Shelf shelf(long number) {
        long wanted = -1 - number / (QUERIES_A_SHELF * 20 / 3);
        var current = shelf;
        if (current == null || wanted != shelfSeed) {
            current = new Shelf(new Draw(SEED * 1_000_000_007L + wanted));
            shelf = current;
            shelfSeed = wanted;
        }
        return current;
    }

    // A filter must leave the keys alone.
    private static Map<String, Object> plainly(Map<String, Object> item) {
        var rest = new LinkedHashMap<>(item);
        rest.keySet().removeAll(List.of("p", "s", "g", "n"));
        return rest;
    }

    private static Tree.Test narrowed(Draw draw, Shelf shelf, Shelf.View view) {
        var sort = new Tree.PathTo(List.of(view.sort()));
        var bound = new Tree.Literal(shelf.bound(draw, view));
        return switch (draw.below(8)) {
            case 0 -> new Tree.Compare("=", sort, bound);
            case 1 -> new Tree.Compare("<", sort, bound);
            case 2 -> new Tree.Compare("<=", sort, bound);
            case 3 -> new Tree.Compare(">", sort, bound);
            case 4 -> new Tree.Compare(">=", sort, bound);
            case 5 -> new Tree.Compare("<", bound, sort);
            case 6 -> new Tree.Call("begins_with", List.of(sort, bound));
            default -> new Tree.Between(sort, bound, new Tree.Literal(shelf.bound(draw, view)));
        };
    }

    /** The same items in the order of the sort key; items that share one may come in any order. */
    private static boolean agree(
            Shelf.View view, @Nullable List<Map<String, Object>> found, @Nullable List<Map<String, Object>> expected) {
        if (found == null || expected == null) {
            return found == null && expected == null;
        }
        if (found.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            var one = found.get(i).get(view.sort());
            var other = expected.get(i).get(view.sort());
            if (one == null || other == null || !Plain.same(one, other)) {
                return false;
            }
        }
        return expected.stream().allMatch(item -> Plain.has(found, item));
    }
}
