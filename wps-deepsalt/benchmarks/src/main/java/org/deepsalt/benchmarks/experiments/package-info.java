/** Experiments with the science on synthetic worlds whose truth is known everywhere: tables and pictures. */
package org.deepsalt.benchmarks.experiments;
