/** How patterns are held against profiles. */
@NullMarked
package com.lifeverse.liveops.preview.aws;

import org.jspecify.annotations.NullMarked;
