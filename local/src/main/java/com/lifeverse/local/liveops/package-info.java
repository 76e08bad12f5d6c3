/** Live events as files on this machine: what is in a folder, and what will come of it. */
@NullMarked
package com.lifeverse.local.liveops;

import org.jspecify.annotations.NullMarked;
