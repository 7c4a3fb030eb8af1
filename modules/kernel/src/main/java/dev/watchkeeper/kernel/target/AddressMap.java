package dev.watchkeeper.kernel.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;

/**
 * Where this workstation reaches servers that announce themselves under other addresses: behind NAT, in containers. Part of
 * a target as its parameter {@value #PARAMETER}: {@code 10.0.0.5:6379=127.0.0.1:7000,10.0.0.6=cache-2}, the announced
 * address first; without a port any port of that host, which stays.
 */
public final class AddressMap {
    /** The endpoint's parameter that holds it. */
    public static final String PARAMETER = "addresses";

    private final Map<String, String> reachable;

    private AddressMap(Map<String, String> reachable) {
        this.reachable = Map.copyOf(reachable);
    }

    /** The map of an endpoint; empty if it has none. What {@link #check} refuses is not used. */
    public static AddressMap of(Endpoint endpoint) {
        return new AddressMap(pairs(endpoint.parameter(PARAMETER, "")));
    }

    /** As the parameter's value. */
    public static String write(SequencedMap<String, String> reachable) {
        StringJoiner text = new StringJoiner(",");
        reachable.forEach((announced, here) -> text.add(announced + "=" + here));
        return text.toString();
    }

    /** Whether the parameter's value can be read. */
    public static boolean check(String text) {
        for (String pair : text.split(",", -1)) {
            String[] both = pair.split("=", -1);
            if (both.length != 2 || both[0].isBlank() || both[1].isBlank() || hasPort(both[0]) != hasPort(both[1])) {
                return false;
            }
        }
        return true;
    }

    /** Where to connect to for an announced address: itself unless the map says otherwise. */
    public HostPort reach(HostPort announced) {
        String exact = reachable.get(announced.toString());
        if (exact != null && hasPort(exact)) {
            int colon = exact.lastIndexOf(':');
            return new HostPort(bare(exact.substring(0, colon)), Integer.parseInt(exact.substring(colon + 1)));
        }
        String host = reachable.get(announced.host());
        return host == null || hasPort(host) ? announced : new HostPort(bare(host), announced.port());
    }

    private static SequencedMap<String, String> pairs(String text) {
        SequencedMap<String, String> pairs = new LinkedHashMap<>();
        if (!text.isEmpty() && check(text)) {
            for (String pair : text.split(",", -1)) {
                String[] both = pair.split("=", -1);
                pairs.put(both[0].strip(), both[1].strip());
            }
        }
        return pairs;
    }

    private static boolean hasPort(String address) {
        String text = address.strip();
        int colon = text.lastIndexOf(':');
        boolean oneColon = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        return oneColon && text.substring(colon + 1).matches("[1-9][0-9]{0,4}");
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
