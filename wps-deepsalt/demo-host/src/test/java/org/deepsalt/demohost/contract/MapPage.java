/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The map page in a browser without a window, as a person uses it. Reaches no host but this machine. */
final class MapPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PIXELS = """
            const canvas = document.createElement('canvas');
            const [width, height] = deepsalt.map.getSize();
            canvas.width = width;
            canvas.height = height;
            const context = canvas.getContext('2d');
            document.querySelectorAll('#map .ol-layer canvas').forEach((one) => context.drawImage(one, 0, 0));
            const data = context.getImageData(0, 0, width, height).data;
            const color = (x, y) => 65536 * data[4 * (y * width + x)] + 256 * data[4 * (y * width + x) + 1]
                + data[4 * (y * width + x) + 2];
            """;

    private final ChromeDriver driver;

    /** Starts a browser with a profile of its own in a folder. */
    MapPage(Path browser, Path driver, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--window-size=1280,800",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + profile,
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(driver.toString()))
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        this.driver = new ChromeDriver(service, options);
    }

    /** Opens the page and waits until the first map is drawn. */
    MapPage open(String services) {
        return open(services, "");
    }

    /** The same by a link, whose part after the address begins with #. */
    MapPage open(String services, String hash) {
        driver.get(services + "/www/deepsalt/" + hash);
        await("return document.documentElement.dataset.ready === 'true'");
        return this;
    }

    /** Opens any address. */
    void visit(String address) {
        driver.get(address);
    }

    /** What a script returns. */
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What a script passes on to its last argument, once it does. */
    Object later(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Waits until a script returns true. */
    void await(String condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .withMessage(condition)
                .until(any -> Boolean.TRUE.equals(script(condition)));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    String text(String selector) {
        return one(selector).getText();
    }

    /** Lets everything on the map arrive; no image is asked for while the view moves. */
    void awaitMap() {
        await("return !deepsalt.map.getView().getAnimating()");
        driver.executeAsyncScript("deepsalt.map.once('rendercomplete', () => arguments[0]()); deepsalt.map.render();");
    }

    /** Opens the form and fills it for a model and a name, which a server may have from an earlier test. */
    void prepareEstimate(String model, String layer) {
        script("document.getElementById('estimate').open = true;"
                + " document.getElementById('input-overwrite').checked = true");
        new Select(one("#input-model")).selectByValue(model);
        fill("#input-layer", layer);
    }

    void fill(String selector, String text) {
        WebElement field = one(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Presses a button. */
    void press(String selector) {
        WebElement button = one(selector);
        script("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }

    /** Clicks on the map; columns and rows are the map's. */
    void clickMap(long column, long row) {
        List<?> corner = (List<?>) script("const box = document.getElementById('map').getBoundingClientRect();"
                + " return [Math.round(box.left), Math.round(box.top)]");
        int left = ((Number) corner.get(0)).intValue();
        int top = ((Number) corner.get(1)).intValue();
        new Actions(driver)
                .moveToLocation(left + Math.toIntExact(column), top + Math.toIntExact(row))
                .click()
                .perform();
    }

    /** Share of the map that has one of these colours. */
    double share(List<Integer> colors) {
        Number share = (Number) script(PIXELS + """
                let count = 0;
                for (let y = 0; y < height; y++) {
                    for (let x = 0; x < width; x++) {
                        count += arguments[0].includes(color(x, y)) ? 1 : 0;
                    }
                }
                return count / (width * height);
                """, colors);
        return share.doubleValue();
    }

    /** Column and row of a pixel of the map that is nearest to its centre and has one of these colours around it. */
    List<?> findColored(List<Integer> colors) {
        return (List<?>) script(PIXELS + """
                const [middleX, middleY] = [Math.round(width / 2), Math.round(height / 2)];
                const same = (x, y) => [-6, 0, 6].every((dx) => [-6, 0, 6].every((dy) =>
                    arguments[0].includes(color(x, y)) && color(x + dx, y + dy) === color(x, y)));
                for (let reach = 0; reach < 200; reach += 3) {
                    for (let step = -reach; step <= reach; step += 3) {
                        for (const [x, y] of [[step, -reach], [step, reach], [-reach, step], [reach, step]]) {
                            if (same(middleX + x, middleY + y)) {
                                return [middleX + x, middleY + y];
                            }
                        }
                    }
                }
                return null;
                """, colors);
    }

    /** Gives the page a size in pixels, without what a window has around it. */
    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the window shows, as PNG. */
    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Errors of the console since the last question; breaches of the content security policy are among them. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
