package com.lifeverse.local.table.request;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.table.engine.Catalogue;
import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.ParsedExpressions;
import com.lifeverse.local.table.schema.TableDefinition;

/** What one caller reaches the tables through. */
public record Access(Catalogue catalogue, ParsedExpressions parsed, Caller caller) {
    /** Refuses a caller who may not do {@code action} to the table of that name or ARN, which need not be there. */
    public void require(String action, String nameOrArn) {
        caller.require("dynamodb:" + action, TableDefinition.arn(Catalogue.name(nameOrArn)));
    }

    /** As {@link #require}, for what is done to an index of the table. */
    public void requireIndex(String action, String nameOrArn, String index) {
        caller.require("dynamodb:" + action, TableDefinition.arn(Catalogue.name(nameOrArn)) + "/index/" + index);
    }

    /** Refuses a caller who may not do {@code action} to all tables. */
    public void requireAll(String action) {
        caller.require("dynamodb:" + action, "*");
    }

    /** The table of that name or ARN, ready to be read and written. */
    public Table table(String nameOrArn) {
        return catalogue.table(nameOrArn);
    }

    /** The names and values of a request, ready for its expressions. */
    public Expressions expressions(Texts texts) {
        return texts.expressions(parsed);
    }
}
