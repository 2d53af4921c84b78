package studio.mofang.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "studio.mofang.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modelsKnowNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("Model")
            .or()
            .haveSimpleNameEndingWith("Document")
            .or()
            .haveSimpleNameEndingWith("Payment")
            .or()
            .haveSimpleNameEndingWith("Generation")
            .or()
            .haveSimpleNameEndingWith("Workshop")
            .or()
            .haveSimpleNameEndingWith("History")
            .or()
            .haveSimpleNameEndingWith("TaskWatch")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.fxmisc..", "atlantafx..")
            .because("a model is tested without the toolkit, and outlives the screen that shows it");

    @ArchTest
    static final ArchRule theServerIsSeenOnce = noClasses()
            .that()
            .haveNameNotMatching(".*\\.EmbeddedServer(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("studio.mofang.server..")
            .because("the window talks to every server over HTTP; only who starts the one inside knows it");

    @ArchTest
    static final ArchRule viewsMakeNoCalls = noClasses()
            .that()
            .haveNameNotMatching(".*Model(\\$.*)?")
            .and()
            .haveNameNotMatching(".*TaskWatch(\\$.*)?")
            .and()
            .resideInAnyPackage(
                    "..making..",
                    "..image..",
                    "..video..",
                    "..slides..",
                    "..editor..",
                    "..gallery..",
                    "..publish..",
                    "..wallet..",
                    "..settings..",
                    "..shell..")
            .and()
            .doNotHaveSimpleName("Document")
            .and()
            .doNotHaveSimpleName("Shelf")
            .and()
            .doNotHaveSimpleName("Generation")
            .and()
            .doNotHaveSimpleName("Payment")
            .and()
            .doNotHaveSimpleName("PictureAddresses")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("studio.mofang.client..")
            .because("a screen shows and asks its model; what is slow runs in the background");

    @ArchTest
    static final ArchRule featuresDoNotLeanOnEachOther = slices().matching("studio.mofang.desktop.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, tested and removed by itself");

    @ArchTest
    static final ArchRule onlyMainPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("studio.mofang.desktop.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a window has no console; what happened goes to the log");

    @ArchTest
    static final ArchRule noInlineStyles = noClasses()
            .should()
            .callMethod(javafx.scene.Node.class, "setStyle", String.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.scene.paint.Color")
            .because("both themes are right only while every colour lives in the stylesheets");
}
