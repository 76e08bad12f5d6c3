/** Connections in a DynamoDB table, and their gateway. */
@NullMarked
package com.lifeverse.session.notice.aws;

import org.jspecify.annotations.NullMarked;
