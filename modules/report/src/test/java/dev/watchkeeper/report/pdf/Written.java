package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** A PDF that was written, and is read back. */
record Written(PdfReader reader, List<String> pages) {
    static Written of(Block... blocks) throws IOException {
        return of(Samples.of(blocks));
    }

    static Written of(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(Clock.fixed(Samples.TAKEN, ZoneOffset.UTC)).write(document, out);
        PdfReader reader = new PdfReader(out.toByteArray());
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            // shaped Arabic letters back to the letters that were written
            pages.add(Normalizer.normalize(extractor.getTextFromPage(page), Normalizer.Form.NFKC));
        }
        return new Written(reader, pages);
    }

    String text() {
        return String.join("\n", pages);
    }

    /** Without white space: where lines break does not matter. */
    String letters() {
        return text().replaceAll("\\s+", "");
    }

    List<PdfDictionary> ofType(PdfName type) {
        List<PdfDictionary> found = new ArrayList<>();
        for (int i = 0; i < reader.getXrefSize(); i++) {
            PdfObject object = reader.getPdfObject(i);
            if (object instanceof PdfDictionary dictionary && type.equals(dictionary.getAsName(PdfName.TYPE))) {
                found.add(dictionary);
            }
        }
        return found;
    }
}
