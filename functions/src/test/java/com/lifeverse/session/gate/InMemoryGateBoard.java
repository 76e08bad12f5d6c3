package com.lifeverse.session.gate;

/** The gates in memory. */
final class InMemoryGateBoard implements GateBoard {
    private Gates gates = Gates.OPEN;

    @Override
    public synchronized Gates read() {
        return gates;
    }

    @Override
    public synchronized Gates set(GateSetting setting) {
        long next = gates.revision() + 1;
        gates = switch (setting) {
            case GateSetting.Maintenance(var window) ->
                new Gates(next, window, gates.minimumVersions(), gates.drains(), gates.admission(), gates.lease());
            case GateSetting.MinimumVersions(var versions) ->
                new Gates(next, gates.maintenance(), versions, gates.drains(), gates.admission(), gates.lease());
            case GateSetting.Drains(var drains) ->
                new Gates(next, gates.maintenance(), gates.minimumVersions(), drains, gates.admission(), gates.lease());
            case GateSetting.Lease(var lease) ->
                new Gates(next, gates.maintenance(), gates.minimumVersions(), gates.drains(), gates.admission(), lease);
            case GateSetting.Admission(var admission) ->
                new Gates(next, gates.maintenance(), gates.minimumVersions(), gates.drains(), admission, gates.lease());
        };
        return gates;
    }
}
