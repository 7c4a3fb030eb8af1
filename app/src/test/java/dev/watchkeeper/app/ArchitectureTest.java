package dev.watchkeeper.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the architecture, each with its because. */
@AnalyzeClasses(packages = "dev.watchkeeper", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String APP = "dev.watchkeeper.app..";
    private static final String[] SCREEN = {"javafx..", "org.fxmisc..", "atlantafx..", "org.kordamp.."};

    @ArchTest
    static final ArchRule modulesNeedNoScreen = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCREEN)
            .because("the modules serve the command line as well as the window");

    @ArchTest
    static final ArchRule theKernelNeedsNothing = noClasses()
            .that()
            .resideInAPackage("dev.watchkeeper.kernel..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "dev.watchkeeper.kernel..", "org.jspecify..")
            .because("everything depends on it");

    @ArchTest
    static final ArchRule panesDoNotKnowEachOther = slices().matching("dev.watchkeeper.app.panes.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a pane can be added or taken away without touching another");

    @ArchTest
    static final ArchRule viewsDoNotTalkToServers = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.watchkeeper.app.panes..", "dev.watchkeeper.app.controls..", "dev.watchkeeper.app.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.postgresql..", "redis.clients..", "net.schmizz..")
            .because("what is read and done goes through probes and actions");

    @ArchTest
    static final ArchRule oneDoorToTheFxThread = noClasses()
            .that()
            .doNotHaveSimpleName("FxThread")
            .should()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
            .because("only there is at most one task pending");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages("dev.watchkeeper.app.cli..", "dev.watchkeeper.app")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a window has no terminal, and a log has its own way");

    @ArchTest
    static final ArchRule nothingStaticChanges =
            noFields().that().areStatic().should().notBeFinal().because("what is shared by all is owned by nobody");

    @ArchTest
    static final ArchRule theCommandLineShowsNoWindow = noClasses()
            .that()
            .resideInAPackage("dev.watchkeeper.app.workbench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SCREEN)
            .because("looking from a terminal must not need a display");
}
