package dev.watchkeeper.report.pdf;

import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What stands on every page: the environment's colour along its top, the cover line (which document, which server, taken
 * when), and "Page x of y" at its foot.
 */
final class PageFrame extends PdfPageEventHelper {
    private static final float NUMBER_WIDTH = 120;
    private static final float NUMBER_HEIGHT = 12;

    private final Document document;
    private final Typesetter type;
    private final Palette palette;
    /** One a page; how many pages there are is known at the end only. */
    private final List<PdfTemplate> numbers = new ArrayList<>();

    PageFrame(Document document, Typesetter type, Palette palette) {
        this.document = document;
        this.type = type;
        this.palette = palette;
    }

    @Override
    public void onEndPage(PdfWriter writer, org.openpdf.text.Document paper) {
        PdfContentByte canvas = writer.getDirectContent();
        edge(canvas, paper);
        float top = paper.getPageSize().getTop() - 26;
        mark(canvas, paper.left(), top);
        words(canvas, paper, top);
        float foot = paper.bottom() - 26;
        canvas.setColorStroke(palette.line());
        canvas.setLineWidth(0.5f);
        canvas.moveTo(paper.left(), foot + 12);
        canvas.lineTo(paper.right(), foot + 12);
        canvas.stroke();
        put(
                canvas,
                Element.ALIGN_LEFT,
                type.fit(Legible.line(document.title()), quiet(), 500),
                quiet(),
                paper.left(),
                foot);
        PdfTemplate number = canvas.createTemplate(NUMBER_WIDTH, NUMBER_HEIGHT);
        canvas.addTemplate(number, paper.right() - NUMBER_WIDTH, foot - 3);
        numbers.add(number);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, org.openpdf.text.Document paper) {
        for (int i = 0; i < numbers.size(); i++) {
            String text = "Page " + (i + 1) + " of " + numbers.size();
            put(numbers.get(i), Element.ALIGN_RIGHT, text, quiet(), NUMBER_WIDTH, 3);
        }
    }

    private void edge(PdfContentByte canvas, org.openpdf.text.Document paper) {
        canvas.setColorFill(palette.of(strictest()));
        canvas.rectangle(
                0, paper.getPageSize().getTop() - 3, paper.getPageSize().getWidth(), 3);
        canvas.fill();
    }

    private Environment strictest() {
        return document.cover().sources().stream()
                .map(Source::environment)
                .min(Environment::compareTo)
                .orElse(Environment.DEVELOPMENT);
    }

    /** The sign of the product: an eye on blue ground. */
    private void mark(PdfContentByte canvas, float x, float y) {
        canvas.setColorFill(palette.of("accent"));
        canvas.roundRectangle(x, y - 2.5f, 11, 11, 3);
        canvas.fill();
        canvas.setColorStroke(palette.of("panel"));
        canvas.setLineWidth(1.4f);
        canvas.circle(x + 5.5f, y + 3, 2.6f);
        canvas.stroke();
        Style name = new Style(Face.BOLD, 8.5f, palette.text());
        put(canvas, Element.ALIGN_LEFT, "Watchkeeper", name, x + 16, y);
    }

    private void words(PdfContentByte canvas, org.openpdf.text.Document paper, float y) {
        String servers = document.cover().sources().stream()
                .map(source -> source.name() + " · " + source.version())
                .collect(Collectors.joining(", "));
        String when = " · " + Moment.utc(document.cover().takenAt());
        float room = paper.right() - paper.left() - 100 - type.width(when, quiet());
        put(
                canvas,
                Element.ALIGN_RIGHT,
                type.fit(Legible.line(servers), quiet(), room) + when,
                quiet(),
                paper.right(),
                y);
    }

    private Style quiet() {
        return new Style(Face.REGULAR, 8, palette.quiet());
    }

    private void put(PdfContentByte canvas, int align, String text, Style style, float x, float y) {
        ColumnText.showTextAligned(canvas, align, type.line(text, style), x, y, 0, PdfWriter.RUN_DIRECTION_LTR, 0);
    }
}
