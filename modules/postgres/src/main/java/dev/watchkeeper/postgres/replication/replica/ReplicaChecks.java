package dev.watchkeeper.postgres.replication.replica;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.replica.ReplicaPlan.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Holds a primary's settings against what a new standby needs. */
final class ReplicaChecks {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final Room room;
    private final ReplicaWish wish;
    private final List<Check> checks = new ArrayList<>();

    ReplicaChecks(Room room, ReplicaWish wish) {
        this.room = room;
        this.wish = wish;
    }

    /** The worst first. */
    List<Check> all() {
        server();
        senders();
        slots();
        role();
        network();
        disk();
        checks.sort(Comparator.comparing(Check::severity).reversed());
        return checks;
    }

    private void server() {
        if (room.standby()) {
            say(
                    Severity.WARNING,
                    "this server is a standby itself: the new one will be a cascade below it",
                    "Take the primary's address if that is not meant");
        }
        if (wish.major() == room.version().major()) {
            good("both have PostgreSQL " + wish.major());
        } else {
            say(
                    Severity.CRITICAL,
                    "the new host has PostgreSQL " + wish.major() + ", the primary "
                            + room.version().major(),
                    "A standby needs the same major version; for another one there is logical replication");
        }
        if (room.walLevel().equals("minimal")) {
            say(Severity.CRITICAL, "wal_level is minimal", "Set it to replica and restart the primary");
        } else {
            good("wal_level is " + room.walLevel());
        }
        good("the standby needs at least " + room.atLeastInWords()
                + "; pg_basebackup copies them with postgresql.conf, if that lies in the data directory");
    }

    /** pg_basebackup takes two at a time, the standby one. */
    private void senders() {
        int free = room.maxWalSenders() - room.walSenders();
        String used = room.walSenders() + " of " + room.maxWalSenders() + " walsenders are in use";
        if (free < 2) {
            say(
                    Severity.CRITICAL,
                    used + ", and pg_basebackup takes two",
                    "Raise max_wal_senders and restart the primary");
        } else {
            good(used);
        }
    }

    private void slots() {
        Boolean active = room.slotActive();
        String used = room.slots() + " of " + room.maxSlots() + " slots are taken";
        if (active != null) {
            say(
                    active ? Severity.CRITICAL : Severity.WARNING,
                    "there is a slot " + wish.slot() + " already" + (active ? ", and it is in use" : ""),
                    active ? "Choose another name" : "Is it the old one of the same standby? Then it is used");
        } else if (room.slots() >= room.maxSlots()) {
            say(
                    Severity.CRITICAL,
                    "all " + used,
                    "Raise max_replication_slots and restart the primary, or drop one that nobody uses");
        } else {
            good(used);
        }
        if (room.maxSlotWalKeepBytes() < 0) {
            say(
                    Severity.WARNING,
                    "max_slot_wal_keep_size is not set: a standby that stays away fills the primary's disk",
                    "Set it to what the disk can spare");
        } else {
            good("a standby that stays away costs at most " + Sizes.bytes(room.maxSlotWalKeepBytes()) + " of disk");
        }
    }

    private void role() {
        Boolean suits = room.roleSuits();
        if (suits == null) {
            good("the role " + wish.role() + " is made by the first step");
        } else if (suits) {
            good("the role " + wish.role() + " may log in and replicate");
        } else {
            say(Severity.WARNING, "the role " + wish.role() + " may not replicate yet", "The first step changes that");
        }
        if (room.passwordEncryption().equals("md5")) {
            say(
                    Severity.WARNING,
                    "password_encryption is md5: the role's password would not do for scram-sha-256 in pg_hba.conf",
                    "Set it to scram-sha-256 before the password is set");
        }
    }

    private void network() {
        String listens = room.listenAddresses();
        List<String> addresses = List.of(listens.split("\\s*,\\s*", -1));
        boolean elsewhere = !LOOPBACK.contains(wish.address());
        if (elsewhere && (listens.isBlank() || LOOPBACK.containsAll(addresses))) {
            say(
                    Severity.CRITICAL,
                    "the primary listens on " + (listens.isBlank() ? "no address" : listens) + " only",
                    "Set listen_addresses and restart the primary");
        } else {
            good("the primary listens on " + listens);
        }
        if (!room.ssl() && elsewhere) {
            say(
                    Severity.WARNING,
                    "the primary has no TLS: all data goes over the network as it is",
                    "Set ssl = on with a certificate, and hostssl in pg_hba.conf");
        }
    }

    private void disk() {
        Long bytes = room.dataBytes();
        if (bytes != null) {
            good("the new host needs " + Sizes.bytes(bytes) + " of disk for the data alone");
        }
        if (room.tablespaces() > 0) {
            say(
                    Severity.WARNING,
                    "there are " + Sizes.of(room.tablespaces(), "tablespace", "tablespaces")
                            + ": their folders must be there and empty on the new host too",
                    "Or map them with --tablespace-mapping");
        }
    }

    private void good(String text) {
        say(Severity.NONE, text, "");
    }

    private void say(Severity severity, String text, String advice) {
        checks.add(new Check(severity, text, advice));
    }
}
