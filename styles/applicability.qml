<?xml version="1.0" encoding="UTF-8"?>
<qgis version="3.22.0" styleCategories="Symbology|Notes">
  <userNotes value="&lt;p&gt;&lt;b&gt;Dissimilarity index (-)&lt;/b&gt;&lt;/p&gt;&lt;p&gt;How unlike a pixel is to everything that the model was trained on: 0 where it equals a training sample, 1 where it lies as far from the nearest one as training samples lie from each other on average.&lt;/p&gt;"/>
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="4" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="2">
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="2">
          <item value="0" color="#f2f0f7" alpha="255" label="0 like a training sample"/>
          <item value="0.5" color="#cbc9e2" alpha="255" label="0.5"/>
          <item value="1" color="#9e9ac8" alpha="255" label="1 as far as samples from each other"/>
          <item value="2" color="#54278f" alpha="255" label="2 and more, unlike all samples"/>
          <!-- A bar would show the ends alone; a list has every label of the legend. -->
          <rampLegendSettings useContinuousLegend="0"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
</qgis>
