/** What it is to wait for a second person: how a review stands, and when somebody is reminded of it. */
@NullMarked
package com.lifeverse.liveops.review;

import org.jspecify.annotations.NullMarked;
