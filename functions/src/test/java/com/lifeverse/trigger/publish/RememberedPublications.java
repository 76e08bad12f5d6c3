package com.lifeverse.trigger.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publications in memory, for tests. */
public final class RememberedPublications implements Publications {
    private record Kept(Publication publication, Draft draft) {}

    private final List<Kept> all = new ArrayList<>();
    private @Nullable NameMemory names;

    @Override
    public Optional<Publication> current() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().publication());
    }

    @Override
    public Optional<Draft> draft(long number) {
        return all.stream()
                .filter(kept -> kept.publication().number() == number)
                .map(Kept::draft)
                .findFirst();
    }

    @Override
    public List<Publication> latest(int most) {
        return all.reversed().stream().map(Kept::publication).limit(most).toList();
    }

    @Override
    public Stream<Past> past(int most) {
        return all.reversed().stream().limit(most).map(kept -> new Past(kept.publication(), kept.draft()));
    }

    @Override
    public Optional<NameMemory> names() {
        return Optional.ofNullable(names);
    }

    @Override
    public boolean put(Publication publication, Draft draft, NameMemory known) {
        return draft(publication.number()).isEmpty() && add(publication, draft, known);
    }

    /** As code published that kept no names. */
    public void putWithoutNames(Publication publication, Draft draft) {
        all.add(new Kept(publication, draft));
    }

    private boolean add(Publication publication, Draft draft, NameMemory known) {
        names = known;
        return all.add(new Kept(publication, draft));
    }
}
