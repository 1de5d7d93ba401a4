/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import org.jspecify.annotations.Nullable;
import org.memwright.model.Endpoint;
import org.memwright.model.ModelFactory;
import org.memwright.model.Tier;
import org.memwright.model.Use;

/**
 * Where a link ends.
 *
 * @param use the used hardware that the tier is in, as in {@code node.hbm}; null for a tier of the hardware itself
 */
public record End(@Nullable Use use, Tier tier) {
    public static End of(Tier tier) {
        return new End(null, tier);
    }

    Endpoint endpoint() {
        Endpoint endpoint = ModelFactory.eINSTANCE.createEndpoint();
        endpoint.setUse(use);
        endpoint.setTier(tier);
        return endpoint;
    }
}
