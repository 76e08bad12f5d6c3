package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Faults;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;

/** TagResource, UntagResource and ListTagsOfResource, which see a change at once; AWS takes some seconds. */
record Tagging(Access access) {
    private static final int MAX_TAGS = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;
    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final Pattern ARN = Pattern.compile("arn:aws[^:]*:dynamodb:[^:]*:\\d+:table/[^/]{3,}");

    TagResourceResponse tag(TagResourceRequest request) {
        new Constraints().given("tags", request.hasTags()).check();
        var table = table("TagResource", request.resourceArn());
        if (request.tags().isEmpty()) {
            throw new InvalidRequest("Atleast one Tag needs to be provided as Input.");
        }
        change(table, tags -> tags.putAll(tags(request.tags())));
        return TagResourceResponse.builder().build();
    }

    UntagResourceResponse untag(UntagResourceRequest request) {
        new Constraints().given("tagKeys", request.hasTagKeys()).check();
        var table = table("UntagResource", request.resourceArn());
        if (request.tagKeys().isEmpty()) {
            throw new InvalidRequest("Atleast one Tag Key needs to be provided as Input.");
        }
        change(table, tags -> tags.keySet().removeAll(request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    ListTagsOfResourceResponse list(ListTagsOfResourceRequest request) {
        var table = table("ListTagsOfResource", request.resourceArn());
        var tags = table.definition().settings().tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return ListTagsOfResourceResponse.builder().tags(tags).build();
    }

    /** The tags that a table is to have, if they are such as AWS takes. */
    static Map<String, String> tags(List<Tag> asked) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : asked) {
            requireText("key", tag.key(), 1, MAX_KEY);
            requireText("value", tag.value(), 0, MAX_VALUE);
            tags.put(tag.key(), tag.value());
        }
        requireNumber(tags);
        return tags;
    }

    private void change(Table table, Consumer<Map<String, String>> change) {
        access.catalogue().change(table.definition().name(), there -> {
            var tags = new LinkedHashMap<>(there.settings().tags());
            change.accept(tags);
            requireNumber(tags);
            return there.withSettings(there.settings().withTags(tags));
        });
    }

    private Table table(String action, @Nullable String arn) {
        if (arn == null) {
            throw new InvalidRequest("Invalid TableArn");
        }
        if (!arn.startsWith("arn:")) {
            throw new InvalidRequest("ARNs must start with 'arn:': " + arn);
        }
        if (!ARN.matcher(arn).matches()) {
            throw new InvalidRequest("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
        }
        var name = arn.substring(arn.indexOf('/') + 1);
        access.require(action, name);
        if (!TableDefinition.arn(name).equals(arn)) {
            throw Faults.denied("dynamodb:" + action, arn);
        }
        return access.catalogue()
                .find(name)
                .orElseThrow(() -> Faults.notFound("Requested resource not found: ResourcArn: " + arn + " not found"));
    }

    private static void requireText(String part, @Nullable String text, int min, int max) {
        if (text == null
                || text.length() < min
                || text.length() > max
                || !TEXT.matcher(text).matches()) {
            throw InvalidRequest.parameter("The tag " + part + " provided is invalid: " + text);
        }
    }

    private static void requireNumber(Map<String, String> tags) {
        if (tags.size() > MAX_TAGS) {
            throw InvalidRequest.parameter("Too many tags: a table can have " + MAX_TAGS);
        }
    }
}
