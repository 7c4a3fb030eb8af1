package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.BannerText;
import java.util.Optional;

/**
 * What came of a question.
 *
 * @param glance empty if the history could not be read
 * @param trouble what is the matter with the history
 */
record Answer(OverTime chart, Optional<Glance> glance, Optional<BannerText> trouble) {}
