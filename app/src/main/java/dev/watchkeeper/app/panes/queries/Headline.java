package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.StatementSentences;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.workload.Comparison;
import dev.watchkeeper.postgres.statements.Coverage;
import java.util.Optional;

/** What the pane's header says of what is shown. */
final class Headline {
    private Headline() {}

    static String sentence(Past past) {
        if (past.isEmpty()) {
            return past.trouble().map(fault -> "nothing is counted").orElse("the first step is being measured");
        }
        return StatementSentences.of(past.statements());
    }

    static Optional<PaneHeader.News> news(Past past) {
        return past.statements()
                .comparison()
                .map(Comparison::news)
                .filter(news -> !news.isEmpty())
                .map(news -> new PaneHeader.News(Sizes.count(news.size()), Tone.AMBER));
    }

    static Optional<BannerText> hint(Past past) {
        if (past.trouble().isPresent()) {
            Fault fault = past.trouble().get();
            return Optional.of(new BannerText(
                    Tone.AMBER, capital(fault.message()) + ". What you see was recorded before", fault.advice(), ""));
        }
        return past.statements()
                .coverage()
                .filter(coverage -> coverage.hidden() > 0)
                .map(Headline::hidden);
    }

    private static BannerText hidden(Coverage coverage) {
        return new BannerText(
                Tone.AMBER,
                Sizes.of(coverage.hidden(), "statement of another role is", "statements of other roles are")
                        + " not told to " + coverage.role(),
                "A superuser can let it see them:",
                coverage.grant());
    }

    static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
