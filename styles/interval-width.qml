<?xml version="1.0" encoding="UTF-8"?>
<qgis version="3.22.0" styleCategories="Symbology|Notes">
  <userNotes value="&lt;p&gt;&lt;b&gt;Width of the prediction interval of ECe (dS/m)&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Upper minus lower bound, at the confidence that the estimation was asked for: the darker, the less is known about the value. An interval grows with the ECe itself.&lt;/p&gt;"/>
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="6" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="32">
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="32">
          <item value="0" color="#feebe2" alpha="255" label="0"/>
          <item value="4" color="#fcc5c0" alpha="255" label="4"/>
          <item value="8" color="#fa9fb5" alpha="255" label="8"/>
          <item value="16" color="#c51b8a" alpha="255" label="16"/>
          <item value="32" color="#7a0177" alpha="255" label="32 and more"/>
          <!-- A bar would show the ends alone; a list has every label of the legend. -->
          <rampLegendSettings useContinuousLegend="0"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
</qgis>
