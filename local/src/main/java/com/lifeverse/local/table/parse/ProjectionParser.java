package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Path;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.parse.ParsedExpressions.Parsed;
import java.util.ArrayList;
import java.util.Map;

/** Projections: paths between commas. */
final class ProjectionParser {
    private ProjectionParser() {}

    static Parsed<Projection> parse(String text, Map<String, String> names) {
        var cursor = new Cursor(Kind.PROJECTION, text, names);
        var paths = new ArrayList<Path>();
        do {
            paths.add(cursor.path());
        } while (cursor.takeIf(","));
        cursor.noteOverlaps(paths);
        return cursor.end(Projection.of(paths));
    }
}
