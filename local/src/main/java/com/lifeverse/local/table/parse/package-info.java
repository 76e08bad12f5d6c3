/**
 * DynamoDB's expression languages: from text to trees. Parsed once for each text and set of names; what a request gives
 * beyond that is checked each time, in AWS's words.
 */
@NullMarked
package com.lifeverse.local.table.parse;

import org.jspecify.annotations.NullMarked;
