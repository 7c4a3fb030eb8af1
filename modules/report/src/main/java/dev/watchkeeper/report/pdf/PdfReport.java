package dev.watchkeeper.report.pdf;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.GregorianCalendar;
import java.util.List;
import org.openpdf.text.DocumentException;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes documents as PDF: A4, landscape if there is a drawing or a wide table; every font embedded as far as it is used,
 * drawings as vectors. Thread-safe.
 */
public final class PdfReport {
    /** Tables of more columns ask for landscape. */
    private static final int COLUMNS_ON_PORTRAIT = 5;

    private static final float SIDE = 36;
    private static final float TOP = 46;
    private static final float BOTTOM = 50;

    private final Clock clock;

    /**
     * @param clock tells the creation date in the PDF's properties
     */
    public PdfReport(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes the whole PDF, or leaves what was there.
     *
     * @throws FaultException if the file can't be written, and why: see {@link OutputFile#write}
     */
    public void write(Document document, Path file) throws FaultException {
        OutputFile.write(file, out -> write(document, out));
    }

    /** Writes the whole PDF; the stream stays open. */
    public void write(Document document, OutputStream out) throws IOException {
        try {
            set(document, out);
        } catch (DocumentException e) {
            throw new IOException("the PDF can't be made: " + e.getMessage(), e);
        }
    }

    private void set(Document document, OutputStream out) throws IOException {
        Palette palette = new Palette();
        Typesetter type = new Typesetter(new Fonts());
        try (var paper = new org.openpdf.text.Document(page(document.blocks()), SIDE, SIDE, TOP, BOTTOM)) {
            PdfWriter writer = PdfWriter.getInstance(paper, out);
            writer.setCloseStream(false);
            writer.setFullCompression();
            writer.setPageEvent(new PageFrame(document, type, palette));
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            paper.open();
            // after opening, which sets a creation date of its own
            tellAbout(document, paper, writer);
            Sheet sheet = new Sheet(paper, writer, palette, type);
            new CoverSetter(sheet).set(document);
            new BlockSetter(sheet).set(document.blocks());
        }
    }

    private static Rectangle page(List<Block> blocks) {
        boolean wide = blocks.stream()
                .anyMatch(block -> block instanceof Block.Drawing
                        || (block instanceof Block.Table table
                                && table.columns().size() > COLUMNS_ON_PORTRAIT));
        return wide ? PageSize.A4.rotate() : PageSize.A4;
    }

    private void tellAbout(Document document, org.openpdf.text.Document paper, PdfWriter writer) {
        paper.addTitle(document.title());
        paper.addSubject(document.sentence());
        paper.addAuthor(document.cover().madeBy());
        paper.addCreator("Watchkeeper");
        GregorianCalendar now =
                GregorianCalendar.from(clock.instant().atZone(document.cover().zone()));
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(now));
        paper.addModificationDate(new PdfDate(now));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
    }
}
