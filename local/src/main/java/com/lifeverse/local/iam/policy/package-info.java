/** The policy language: documents, and what they say of one request. */
@NullMarked
package com.lifeverse.local.iam.policy;

import org.jspecify.annotations.NullMarked;
