/** Custom resources: what a function of the template makes while the template is provisioned. */
@NullMarked
package com.lifeverse.local.identity.custom;

import org.jspecify.annotations.NullMarked;
