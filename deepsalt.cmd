@echo off
rem Builds what is missing and runs DeepSalt, as the script 'deepsalt' does on Unix. Needs JDK 17 or later and Maven;
rem DEEPSALT_JAVA_OPTS adds options for Java.
setlocal EnableExtensions DisableDelayedExpansion

set "here=%~dp0"
set "here=%here:~0,-1%"
set "modules=model raster processes local batch sample-world demo-host cli"
set "command_line=cli"
set "module=%command_line%"
set "main=org.deepsalt.cli.Main"
set words=%*
rem The benchmarks are built only when asked for, so that nobody fetches JMH in order to make a map.
set "more="
if "%~1"=="benchmark" set "more=benchmarks"& set "main=org.deepsalt.benchmarks.BenchmarkCommand"
if "%~1"=="benchmark" set words=%words:*benchmark=%
if "%~1"=="experiment" set "more=benchmarks"& set "main=org.deepsalt.benchmarks.experiments.ExperimentCommand"
if "%~1"=="experiment" set words=%words:*experiment=%
if "%~1"=="torture" set "more=benchmarks"& set "main=org.deepsalt.benchmarks.torture.TortureCommand"
if "%~1"=="torture" set words=%words:*torture=%
if "%~1"=="simulate" set "more=benchmarks"& set "main=org.deepsalt.benchmarks.scale.SimulateCommand"
if "%~1"=="simulate" set words=%words:*simulate=%
if defined more set "modules=%modules% %more%"& set "module=%more%"

set "target=%here%\wps-deepsalt\%module%\target"
set "built=%target%\built"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 echo deepsalt: '%java%' is not installed, wanted JDK 17 or later and Maven>&2& exit /b 1

rem Answers with 1 if a source is newer than what was built, and with 2 more if messages go elsewhere than to a terminal.
set "ask=$files = @($env:here + '\pom.xml'); $folders = @();"
set "ask=%ask% foreach ($one in $env:modules.Split(' ')) {"
set "ask=%ask%   $files += $env:here + '\wps-deepsalt\' + $one + '\pom.xml';"
set "ask=%ask%   $folders += $env:here + '\wps-deepsalt\' + $one + '\src\main' };"
set "ask=%ask% $built = Get-Item -LiteralPath $env:built -ErrorAction SilentlyContinue; $answer = 1;"
set "ask=%ask% if ($built) {"
set "ask=%ask%   $sources = @(Get-Item -LiteralPath $files);"
set "ask=%ask%   $sources += Get-ChildItem -LiteralPath $folders -Recurse -ErrorAction SilentlyContinue;"
set "ask=%ask%   $newer = $sources | Where-Object { $_.LastWriteTimeUtc -gt $built.LastWriteTimeUtc };"
set "ask=%ask%   if (-not $newer) { $answer = 0 } };"
set "ask=%ask% if ([Console]::IsErrorRedirected) { $answer += 2 }; exit $answer"
powershell -NoProfile -NonInteractive -Command "%ask%"
set "answer=%errorlevel%"
if %answer% gtr 3 echo deepsalt: Windows PowerShell, which finds out what has to be built, does not start>&2& exit /b 1
set "terminal=true"
if %answer% geq 2 set "terminal=false"
set /a "stale=answer %% 2"
if %stale%==0 goto run

where mvn >nul 2>&1
if errorlevel 1 echo deepsalt: 'mvn' is not installed, wanted JDK 17 or later and Maven>&2& exit /b 1
echo Building DeepSalt; the first time Maven also fetches its libraries, about 250 MB.>&2
pushd "%here%"
call mvn -q -B -ntp -pl "wps-deepsalt/%module%" -am -Dstyle.color=never package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true 1>&2
set "failed=%errorlevel%"
popd
if not %failed%==0 echo deepsalt: the build failed, see above>&2& exit /b 1
call :finish %module%
if errorlevel 1 exit /b 1
rem The benchmarks start the command line, which was built with them and must not be built anew under their feet.
if defined more call :finish %command_line%
if errorlevel 1 exit /b 1

:run
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
set "archive="
if exist "%target%\classes.jsa" set archive="-XX:SharedArchiveFile=%target%\classes.jsa" -Xlog:cds*=off -Xlog:class*=off
rem A command ends soon: of its methods only those that run ten times as often as usual are worth Java's best compiler.
set "compiler="
if "%~1"=="run" set "compiler=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=10000 -XX:Tier4CompileThreshold=150000"
rem A host runs for months: its heap goes back to what it needs.
set "heap="
if "%~1"=="serve" set "heap=-XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40"
"%java%" -Xmx1g -XX:+UseSerialGC -Djava.awt.headless=true %heap% %archive% %compiler% %DEEPSALT_JAVA_OPTS% "-Ddeepsalt.home=%here%" -Ddeepsalt.terminal=%terminal% "@%target%\class-path.txt" %main% %words%
exit /b %errorlevel%

rem Notes the class path of a module in a file, because a command of Windows may not be that long, and that it is built.
rem Slashes, because a backslash escapes in such a file, and the code page in which Java reads it.
:finish
set "folder=%here%\wps-deepsalt\%1\target"
set "write=$jars = [IO.File]::ReadAllText($env:folder + '\dependencies.txt').Trim();"
set "write=%write% $own = Get-ChildItem -LiteralPath $env:folder -Filter 'deepsalt-*.jar';"
set "write=%write% $own = @($own | Where-Object { $_.Name -notlike '*-tests.jar' } | ForEach-Object { $_.FullName });"
set "write=%write% $path = ($own[0] + ';' + $jars).Replace('\', '/'); $quote = [string][char]34;"
set "write=%write% $file = $env:folder + '\class-path.txt';"
set "write=%write% [IO.File]::WriteAllText($file, '-cp ' + $quote + $path + $quote, [Text.Encoding]::Default)"
powershell -NoProfile -NonInteractive -Command "%write%"
if errorlevel 1 echo deepsalt: the class path in '%folder%' could not be written>&2& exit /b 1
type nul >"%folder%\built"
if not "%1"=="%command_line%" exit /b 0
rem Has Java store the classes of an estimation as it wants them in memory, for later starts; it can do without.
del /q "%folder%\classes.jsa" >nul 2>&1
"%java%" -Xmx1g -XX:+UseSerialGC -Djava.awt.headless=true "-Ddeepsalt.home=%here%" "-XX:ArchiveClassesAtExit=%folder%\classes.jsa" -Xlog:cds*=off -Xlog:class*=off "@%folder%\class-path.txt" org.deepsalt.cli.ClassArchive >nul 2>&1
exit /b 0
