package studio.mofang.server.slides;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFRelation;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.web.Problem;

/// A company's own .pptx as a template: its masters, layouts and theme stay, its slides go. POI reads it
/// with entities switched off and refuses archives that would blow up (rule X14).
final class CompanyTemplate {
    /// PowerPoint keeps the names of groups of slides here; without the slides they would break the file.
    private static final String SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}";

    private CompanyTemplate() {}

    /// Throws Problem 400 for what is no presentation that PowerPoint would open.
    static Template of(byte[] file) {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            refuseMacros(show);
            if (show.getSlideMasters().isEmpty()
                    || show.getSlideMasters().getFirst().getSlideLayouts().length == 0) {
                throw refused("模板里没有母版或版式", null);
            }
            var layouts = new CompanyLayouts(show);
            if (!layouts.roomy()) {
                throw refused("模板的页面太小，放不下幻灯片的文字，请换用 4:3 或 16:9 的模板", null);
            }
            empty(show);
            return new Template(reachable(bytes(show)), layouts.stage(), layouts.all());
        } catch (IOException | OpenXML4JException | POIXMLException | OpenXML4JRuntimeException e) {
            throw refused("模板文件无法打开，请用 PowerPoint 或 WPS 另存为 .pptx 后再上传", e);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException | ClassCastException e) {
            // How POI tells of parts that are there but make no sense.
            throw refused("模板文件已损坏，请用 PowerPoint 或 WPS 另存为 .pptx 后再上传", e);
        }
    }

    private static void refuseMacros(XMLSlideShow show) {
        if (show.getPackagePart().getContentType().contains("macroEnabled")) {
            throw refused("不支持带宏的模板，请另存为 .pptx 后再上传", null);
        }
    }

    private static void empty(XMLSlideShow show) throws OpenXML4JException {
        while (!show.getSlides().isEmpty()) {
            show.removeSlide(0);
        }
        var presentation = show.getCTPresentation();
        if (presentation.isSetCustShowLst()) {
            presentation.unsetCustShowLst();
        }
        if (presentation.isSetExtLst()) {
            var extensions = presentation.getExtLst();
            for (int i = extensions.sizeOfExtArray() - 1; i >= 0; i--) {
                if (SECTIONS.equals(extensions.getExtArray(i).getUri())) {
                    extensions.removeExt(i);
                }
            }
        }
        show.getPackage()
                .replaceContentType(
                        XSLFRelation.PRESENTATIONML_TEMPLATE.getContentType(), XSLFRelation.MAIN.getContentType());
    }

    private static byte[] bytes(XMLSlideShow show) throws IOException {
        var bytes = new ByteArrayOutputStream();
        show.write(bytes);
        return bytes.toByteArray();
    }

    /// Without the parts that only the old slides led to.
    private static byte[] reachable(byte[] file) throws IOException, OpenXML4JException {
        try (var pack = OPCPackage.open(new ByteArrayInputStream(file))) {
            var found = reached(pack);
            for (var part : pack.getParts()) {
                if (!part.isRelationshipPart() && !found.contains(part.getPartName())) {
                    remove(pack, part.getPartName());
                    remove(pack, PackagingURIHelper.getRelationshipPartName(part.getPartName()));
                }
            }
            MissingParts.add(pack);
            var bytes = new ByteArrayOutputStream();
            pack.save(bytes);
            pack.revert();
            return bytes.toByteArray();
        }
    }

    private static void remove(OPCPackage pack, PackagePartName name) {
        if (pack.containPart(name)) {
            pack.removePart(name);
        }
    }

    private static Set<PackagePartName> reached(OPCPackage pack) throws OpenXML4JException {
        var found = new HashSet<PackagePartName>();
        var next = new ArrayDeque<PackagePart>();
        follow(pack, pack.getRelationships(), found, next);
        while (!next.isEmpty()) {
            follow(pack, next.pop().getRelationships(), found, next);
        }
        return found;
    }

    private static void follow(
            OPCPackage pack,
            PackageRelationshipCollection relations,
            Set<PackagePartName> found,
            ArrayDeque<PackagePart> next)
            throws InvalidFormatException {
        for (var relation : relations) {
            if (relation.getTargetMode() != TargetMode.INTERNAL) {
                continue;
            }
            var name = PackagingURIHelper.createPartName(relation.getTargetURI());
            var part = pack.getPart(name);
            if (part != null && found.add(name)) {
                next.push(part);
            }
        }
    }

    private static Problem refused(String message, @Nullable Exception cause) {
        var problem = Problem.invalid("template_id", message);
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
