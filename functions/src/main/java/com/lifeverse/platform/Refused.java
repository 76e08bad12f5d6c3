package com.lifeverse.platform;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that is refused for a reason of the catalogue, before or instead of any change. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers;
    private final transient Optional<Duration> retryAfter;

    private Refused(
            Problem problem,
            String detail,
            List<Violation> violations,
            Map<String, Object> members,
            Map<String, String> headers,
            Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.problem = problem;
        this.violations = List.copyOf(violations);
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.headers = Map.copyOf(headers);
        this.retryAfter = retryAfter;
    }

    public Refused(Problem problem, String detail, List<Violation> violations) {
        this(problem, detail, violations, Map.of(), Map.of(), Optional.empty());
    }

    public Refused(Problem problem, String detail) {
        this(problem, detail, List.of());
    }

    /** The same with one more member of its problem document (RFC 9457, section 3.2), for programs to act on. */
    public Refused with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Refused(problem, String.valueOf(getMessage()), violations, more, headers, retryAfter);
    }

    /** The same, saying after how long to try again. */
    public Refused retryAfter(Duration wait) {
        return new Refused(problem, String.valueOf(getMessage()), violations, members, headers, Optional.of(wait));
    }

    /** The same with one more header. */
    public Refused header(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Refused(problem, String.valueOf(getMessage()), violations, members, more, retryAfter);
    }

    public Problem problem() {
        return problem;
    }

    /** What exactly is wrong with the input; may be empty. */
    public List<Violation> violations() {
        return violations;
    }

    /** Members of the problem document beyond those that each has. */
    public Map<String, Object> members() {
        return members;
    }

    /** Headers beyond those that each has. */
    public Map<String, String> headers() {
        return headers;
    }

    /** After how long to try again; empty for what the problem says of itself. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
