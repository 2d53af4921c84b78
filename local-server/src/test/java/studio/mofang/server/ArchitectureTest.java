package studio.mofang.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;

/// docs/architecture.md, held true.
@AnalyzeClasses(packages = "studio.mofang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule coreDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("studio.mofang.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..", "java.nio.file..", "java.sql..", "okhttp3..", "org.jooq..", "javafx..")
            .because("the rules must be testable, and true, without a machine around them");

    @ArchTest
    static final ArchRule modulesPointOneWay = noClasses()
            .that()
            .resideInAnyPackage("studio.mofang.core..", "studio.mofang.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("studio.mofang.server..", "studio.mofang.desktop..")
            .because("core ← sync-client ← local-server ← app-desktop, and no other way");

    @ArchTest
    static final ArchRule theWebFrameworkStaysAtTheDoor = noClasses()
            .that()
            .resideOutsideOfPackage("studio.mofang.server.web..")
            .and(not(simpleNameEndingWith("Routes")))
            .and()
            .haveNameNotMatching("studio\\.mofang\\.server\\.(LocalServer|HttpDoor|Features|Warmup).*")
            .and()
            .resideOutsideOfPackage("studio.mofang.server.generation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..")
            .because(
                    "a service that knows HTTP cannot be called by another service; streams are written in generation");

    @ArchTest
    static final ArchRule tablesAreRepositoriesBusiness = noClasses()
            .that()
            .resideOutsideOfPackages("studio.mofang.server.db..", "studio.mofang.server.web..")
            .and(not(simpleNameEndingWith("Repository")))
            .and()
            .haveNameNotMatching(".*(Repository\\$|Rows|SigningKeys).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("studio.mofang.server.db.gen..")
            .because("a statement is found by opening one file, the feature's repository");

    @ArchTest
    static final ArchRule theNetworkIsForGatewaysAndProviders = noClasses()
            .that()
            .resideInAPackage("studio.mofang.server..")
            .and()
            .resideOutsideOfPackages(
                    "studio.mofang.server.media..",
                    "studio.mofang.server.model..",
                    "studio.mofang.server.payment..",
                    "studio.mofang.server.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..")
            .because("what calls out is a port's implementation and nothing else");

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles = slices().matching("studio.mofang.server.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature must be understandable without those that use it");

    @ArchTest
    static final ArchRule timeIsInstant = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("studio.mofang.server.account.Tokens")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, java.util.Calendar.class)
            .because("time is an Instant from an injected clock; only the JWT library asks for Date");

    @ArchTest
    static final ArchRule onlyMainSpeaksToTheTerminal = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("everything else goes to the log, where a reader finds it with its time and place");

    @ArchTest
    static final ArchRule routesListTheirPaths = classes()
            .that()
            .haveSimpleNameEndingWith("Routes")
            .should()
            .haveOnlyFinalFields()
            .because("a Routes class lists paths and holds no state");
}
