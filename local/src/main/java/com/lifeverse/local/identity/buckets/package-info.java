/** S3: buckets and their objects, kept for good. */
@NullMarked
package com.lifeverse.local.identity.buckets;

import org.jspecify.annotations.NullMarked;
