package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Sender;

/**
 * Somebody who takes WAL from a member, and is himself not known.
 *
 * @param id {@code name@host}, for nobody has told its port
 * @param name as it calls itself
 */
record Ghost(String id, String name, Sighting upstream, Sender sender) {}
