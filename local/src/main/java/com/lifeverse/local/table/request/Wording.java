package com.lifeverse.local.table.request;

import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** AWS checks the values of some operations with newer code than those of others, and the two differ in their words. */
public enum Wording {
    /** That of GetItem, BatchGetItem and Query, and within an envelope that of PutItem, UpdateItem and DeleteItem. */
    CURRENT {
        @Override
        InvalidRequest argument(InvalidRequest complaint, String name) {
            return complaint;
        }

        @Override
        String absent(List<Kind> expressions) {
            return "";
        }

        @Override
        String emptyNumber() {
            return NOT_NUMERIC + ": ";
        }

        @Override
        InvalidRequest doubleTexts(List<String> members) {
            return InvalidRequest.parameter("Input collection " + told(members, Bytes::compareUtf8, ", ") + DOUBLE);
        }

        @Override
        InvalidRequest doubleNumbers() {
            return InvalidRequest.parameter("Input collection" + DOUBLE);
        }

        @Override
        InvalidRequest doubleBinaries(List<Bytes> members) {
            return InvalidRequest.parameter(
                    "Input collection " + told(members, Comparator.naturalOrder(), ",") + "of type BS" + DOUBLE);
        }
    },

    /** That of Scan, BatchWriteItem and the transactions. */
    OLDER {
        @Override
        InvalidRequest argument(InvalidRequest complaint, String name) {
            return new InvalidRequest(
                    "ExpressionAttributeValues contains invalid value: " + complaint.getMessage() + " for key " + name);
        }

        @Override
        String absent(List<Kind> expressions) {
            return ": "
                    + expressions.stream().map(Kind::parameter).collect(Collectors.joining(" and "))
                    + (expressions.size() == 1 ? " is null" : " are null");
        }

        @Override
        String emptyNumber() {
            return NOT_NUMERIC;
        }

        @Override
        InvalidRequest doubleTexts(List<String> members) {
            return InvalidRequest.parameter("Input collection " + members + DOUBLE);
        }

        @Override
        InvalidRequest doubleNumbers() {
            return new InvalidRequest("Input collection contains duplicates");
        }

        @Override
        InvalidRequest doubleBinaries(List<Bytes> members) {
            return InvalidRequest.parameter("Input collection " + members + "of type BS" + DOUBLE);
        }
    };

    private static final String NOT_NUMERIC = "The parameter cannot be converted to a numeric value";
    private static final String DOUBLE = " contains duplicates.";

    /** What is wrong with the value that an expression knows by {@code name}. */
    abstract InvalidRequest argument(InvalidRequest complaint, String name);

    /** More about {@code expressions}, which a request has values for but does not have itself. */
    abstract String absent(List<Kind> expressions);

    abstract String emptyNumber();

    abstract InvalidRequest doubleTexts(List<String> members);

    abstract InvalidRequest doubleNumbers();

    abstract InvalidRequest doubleBinaries(List<Bytes> members);

    /** Those up to the first that comes again in order, then that one, then the rest as given; in quotes. */
    private static <T> String told(List<T> members, Comparator<T> order, String separator) {
        var told = new TreeSet<>(order);
        int at = 0;
        while (at < members.size() && told.add(members.get(at))) {
            at++;
        }
        var all = new ArrayList<T>(told);
        all.addAll(members.subList(at, members.size()));
        return all.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(separator, "[", "]"));
    }

    /** What PutItem, UpdateItem and DeleteItem say of a request before they look at the table. */
    public static <T> T enveloped(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidRequest e) {
            throw new InvalidRequest("1 validation error detected: " + e.getMessage());
        }
    }
}
