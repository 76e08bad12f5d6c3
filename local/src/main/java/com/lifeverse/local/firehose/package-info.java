/** Data Firehose: streams that put what they are given into files of a bucket. */
@NullMarked
package com.lifeverse.local.firehose;

import org.jspecify.annotations.NullMarked;
